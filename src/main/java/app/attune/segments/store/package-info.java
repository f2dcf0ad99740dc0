/// Segments in H2: every version of every definition, and a condition's SQL run over a population.
@NullMarked
package app.attune.segments.store;

import org.jspecify.annotations.NullMarked;
