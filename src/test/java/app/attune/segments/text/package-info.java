@NullMarked
package app.attune.segments.text;

import org.jspecify.annotations.NullMarked;
