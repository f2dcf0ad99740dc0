/// Tests of the recommenders.
@org.jspecify.annotations.NullMarked
package app.attune.recommend;
