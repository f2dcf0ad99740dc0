/// Tests of the user preview.
@NullMarked
package app.attune.decide.ui;

import org.jspecify.annotations.NullMarked;
