/// What sets segments apart: who is in several of them, how their users differ from everybody else, and who is in them
/// as a list.
@NullMarked
package app.attune.segments.compare;

import org.jspecify.annotations.NullMarked;
