package app.attune.rules.replay;

import app.attune.core.TimeWindow;
import app.attune.rules.RequestContext;

/// What is replayed.
///
/// @param period   of event time, half-open
/// @param occasion when users are decided on
/// @param context  of every request, since events say nothing of it
public record ReplayOptions(TimeWindow period, Occasion occasion, RequestContext context) {
    /// Of requests that tell nothing of themselves.
    public ReplayOptions(TimeWindow period, Occasion occasion) {
        this(period, occasion, RequestContext.none());
    }
}
