/// The window: main, navigation, settings and the composition root.
@NullMarked
package app.attune.workbench;

import org.jspecify.annotations.NullMarked;
