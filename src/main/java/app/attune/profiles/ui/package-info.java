/// The screen that says who is who: identifier rules, persons, what made them, and how to undo it.
@NullMarked
package app.attune.profiles.ui;

import org.jspecify.annotations.NullMarked;
