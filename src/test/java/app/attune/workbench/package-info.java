/// Tests of the window.
@NullMarked
package app.attune.workbench;

import org.jspecify.annotations.NullMarked;
