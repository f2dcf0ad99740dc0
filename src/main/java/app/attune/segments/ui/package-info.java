/// The segments on screen: the list, and the editor with live counts.
@NullMarked
package app.attune.segments.ui;

import org.jspecify.annotations.NullMarked;
