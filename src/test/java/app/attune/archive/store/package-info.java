/// Tests of the tables of archives.
@NullMarked
package app.attune.archive.store;

import org.jspecify.annotations.NullMarked;
