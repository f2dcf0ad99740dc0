/// Tests of the export screen.
@NullMarked
package app.attune.export.ui;

import org.jspecify.annotations.NullMarked;
