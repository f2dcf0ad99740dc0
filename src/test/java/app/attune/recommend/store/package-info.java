/// Tests of how models are kept.
@org.jspecify.annotations.NullMarked
package app.attune.recommend.store;
