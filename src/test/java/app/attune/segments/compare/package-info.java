/// Tests of what sets segments apart.
@NullMarked
package app.attune.segments.compare;

import org.jspecify.annotations.NullMarked;
