/// The screens that bring events in and let them be looked at.
@NullMarked
package app.attune.events.ui;

import org.jspecify.annotations.NullMarked;
