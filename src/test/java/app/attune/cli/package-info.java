/// Tests of the command line.
@NullMarked
package app.attune.cli;

import org.jspecify.annotations.NullMarked;
