/// Tests of the import screen.
@NullMarked
package app.attune.events.ui;

import org.jspecify.annotations.NullMarked;
