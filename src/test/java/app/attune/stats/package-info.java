/// Tests of the statistics, against published values.
@org.jspecify.annotations.NullMarked
package app.attune.stats;
