/// What speaks against relying on a segment as it is: each finding with its reason and what to do.
@NullMarked
package app.attune.segments.health;

import org.jspecify.annotations.NullMarked;
