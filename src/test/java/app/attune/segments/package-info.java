/// Proofs about segments.
@NullMarked
package app.attune.segments;

import org.jspecify.annotations.NullMarked;
