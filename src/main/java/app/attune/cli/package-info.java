/// The same services without a window: one command for each thing the workbench does.
@NullMarked
package app.attune.cli;

import org.jspecify.annotations.NullMarked;
