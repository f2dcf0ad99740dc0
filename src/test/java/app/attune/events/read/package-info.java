/// Tests of reading files of rows.
@NullMarked
package app.attune.events.read;

import org.jspecify.annotations.NullMarked;
