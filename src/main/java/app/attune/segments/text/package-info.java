/// Conditions as text that people read, write and compare line by line, and the parser that reads it back.
@NullMarked
package app.attune.segments.text;

import org.jspecify.annotations.NullMarked;
