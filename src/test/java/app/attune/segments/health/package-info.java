/// Tests of the health of segments.
@NullMarked
package app.attune.segments.health;

import org.jspecify.annotations.NullMarked;
