/// Tests of the kit and the base that UI tests of every feature use.
@NullMarked
package app.attune.ui;

import org.jspecify.annotations.NullMarked;
