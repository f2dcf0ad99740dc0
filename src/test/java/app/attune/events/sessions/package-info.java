/// Tests of what a session is.
@NullMarked
package app.attune.events.sessions;

import org.jspecify.annotations.NullMarked;
