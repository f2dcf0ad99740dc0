/// What keeps a workspace safe: its backups and what they hold, the check of its store, and archives in open formats.
@NullMarked
package app.attune.archive;

import org.jspecify.annotations.NullMarked;
