/// Reads and fills whole stores for archives, and counts what is in one.
@NullMarked
package app.attune.archive.store;

import org.jspecify.annotations.NullMarked;
