/// Tests of the rule editor.
@NullMarked
package app.attune.rules.ui;

import org.jspecify.annotations.NullMarked;
