/// Exported event files read, mapped and kept: the event log, its columnar frame and the catalogue of items.
@NullMarked
package app.attune.events;

import org.jspecify.annotations.NullMarked;
