/// Tests of archives.
@NullMarked
package app.attune.archive;

import org.jspecify.annotations.NullMarked;
