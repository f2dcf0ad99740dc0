/// A workspace on disk: one folder with its description, its store, and room for caches, models, exports, backups.
@NullMarked
package app.attune.core.workspace;

import org.jspecify.annotations.NullMarked;
