/// Whether the events here are those on the server: checksums by source and day, and the SQL that makes them there.
@NullMarked
package app.attune.events.reconcile;

import org.jspecify.annotations.NullMarked;
