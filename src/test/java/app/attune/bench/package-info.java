/// Benchmarks: off by default, tagged `bench`, each prints a table of ratios measured in one run.
@NullMarked
package app.attune.bench;

import org.jspecify.annotations.NullMarked;
