/// Proofs about segments.
@NullMarked
package app.attune.segments.discover;

import org.jspecify.annotations.NullMarked;
