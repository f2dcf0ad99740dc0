/// Tests of the screen that says who is who.
@NullMarked
package app.attune.profiles.ui;

import org.jspecify.annotations.NullMarked;
