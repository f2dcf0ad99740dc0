package app.attune.rules.replay;

import app.attune.core.TimeWindow;
import app.attune.rules.RequestContext;
import java.time.Instant;

/// What is replayed.
///
/// @param period   of event time, half-open
/// @param occasion when users are decided on
/// @param context  of every request, where events say nothing of it
/// @param columns  of the events that tell of requests
public record ReplayOptions(TimeWindow period, Occasion occasion, RequestContext context, RequestColumns columns) {
    /// Before everything that can be stored.
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /// After everything that can be stored.
    public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /// Of requests that are all the same.
    public ReplayOptions(TimeWindow period, Occasion occasion, RequestContext context) {
        this(period, occasion, context, RequestColumns.none());
    }

    /// Of requests that tell nothing of themselves.
    public ReplayOptions(TimeWindow period, Occasion occasion) {
        this(period, occasion, RequestContext.none());
    }

    ReplayOptions within(TimeWindow other) {
        return new ReplayOptions(other, occasion, context, columns);
    }
}
