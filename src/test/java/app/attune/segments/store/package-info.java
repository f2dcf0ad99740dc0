/// Proofs about stored segments and the SQL of conditions.
@NullMarked
package app.attune.segments.store;

import org.jspecify.annotations.NullMarked;
