/// Proofs about the segment screens.
@NullMarked
package app.attune.segments.ui;

import org.jspecify.annotations.NullMarked;
