/// Who is meant: conditions, versioned segment definitions, and the audiences they have at a point in time.
@NullMarked
package app.attune.segments;

import org.jspecify.annotations.NullMarked;
