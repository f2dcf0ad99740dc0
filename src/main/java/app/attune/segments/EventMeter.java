package app.attune.segments;

import app.attune.events.EventFrame;
import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.util.Optional;

/// Measures one user's events as a condition asks.
///
/// The result is NaN when it is missing. Cost: the user's events in the window.
final class EventMeter {
    private final HitQuery query;
    private final NearTest near;
    private final HitMeter meter;

    EventMeter(EventFrame frame, EventCondition condition, Instant asOf) {
        query = new HitQuery(frame, condition.events(), Bounds.of(condition.window(), asOf));
        near = new NearTest(frame, condition, asOf);
        meter = HitMeter.of(frame, condition.measure(), asOf);
    }

    /// The field a measure reads, if it reads one.
    static Optional<String> measuredField(Measure measure) {
        return switch (measure) {
            case Measure.Sum sum -> Optional.of(sum.field());
            case Measure.CountDistinct distinct -> Optional.of(distinct.field());
            case Measure.Count count -> Optional.empty();
            case Measure.OfField number -> Optional.of(number.field());
            case Measure.DaysSinceLast days -> Optional.empty();
            case Measure.DaysSinceFirst days -> Optional.empty();
            case Measure.ActiveDays days -> Optional.empty();
            case Measure.TextOf text -> Optional.of(text.field());
            case Measure.OfSessions sessions -> Optional.of(Sessions.NUMBER);
            case Measure.MostOfOneItem most -> Optional.of(EventField.ITEM);
            case Measure.ItemWithMost item -> Optional.of(EventField.ITEM);
            case Measure.Steps steps -> Optional.empty();
        };
    }

    double of(int userIdx) {
        Hits hits = new Hits();
        query.read(userIdx, hits);
        near.keep(userIdx, hits);
        return meter.of(userIdx, hits);
    }
}
