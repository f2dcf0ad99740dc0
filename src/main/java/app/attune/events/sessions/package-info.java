/// What a visit is: sessions as the source recorded them, or cut where a user pauses for long.
@NullMarked
package app.attune.events.sessions;

import org.jspecify.annotations.NullMarked;
