/// Ids, time windows, problems, progress, task slots, seeds and provenance: the words every feature shares.
@NullMarked
package app.attune.core;

import org.jspecify.annotations.NullMarked;
