package app.attune.events.sessions;

import java.time.Duration;
import java.time.Instant;

/// One visit of a user.
///
/// @param userIdx   position of the user in the frame
/// @param number    of the user's sessions, from 1, in order of their start
/// @param events    in the session
/// @param pageViews different pages shown, by `page_view_id` where events have one, else views
public record Session(int userIdx, int number, Instant start, Instant end, int events, int pageViews) {
    /// From the first to the last event.
    public Duration duration() {
        return Duration.between(start, end);
    }
}
