/// Tests of the grid of buyers.
@NullMarked
package app.attune.segments.rfm;

import org.jspecify.annotations.NullMarked;
