/// The JavaFX kit every screen is built from: navigation, actions, background tasks, messages, numbers, undo, look.
@NullMarked
package app.attune.ui;

import org.jspecify.annotations.NullMarked;
