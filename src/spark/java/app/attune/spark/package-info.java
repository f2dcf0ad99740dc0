/// Checks on Spark what the workbench writes for Spark: `mvn -Pspark test`.
@org.jspecify.annotations.NullMarked
package app.attune.spark;
