/// Tests of the models screen.
@org.jspecify.annotations.NullMarked
package app.attune.recommend.ui;
