package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Measures events of one user: a count, a sum, a number of different values, steps, sessions, days, a number of a
/// field,
/// or the position of a text or an item.
///
/// The result is NaN when it is missing. Thread-safe.
@FunctionalInterface
interface HitMeter {
    long DAY = 86_400_000;

    double of(int userIdx, Hits hits);

    /// The same at another time, in epoch milliseconds: itself unless it measures how long ago something was.
    default HitMeter at(long now) {
        return this;
    }

    static HitMeter of(EventFrame frame, Measure measure, Instant asOf) {
        Optional<EventField> field = EventMeter.measuredField(measure).flatMap(name -> EventField.find(frame, name));
        return switch (measure) {
            case Measure.Count count -> (userIdx, hits) -> hits.size();
            case Measure.DaysSinceLast days -> new DaysSince(frame, DaysSince.End.LAST, Bounds.firstMilli(asOf));
            case Measure.DaysSinceFirst days -> new DaysSince(frame, DaysSince.End.FIRST, Bounds.firstMilli(asOf));
            case Measure.ActiveDays days -> (userIdx, hits) -> activeDays(frame, hits);
            case Measure.OfField number ->
                field.map(found -> number(frame, number.statistic(), found)).orElse((userIdx, hits) -> Double.NaN);
            case Measure.Sum sum -> field.map(found -> sum(frame, found)).orElse((userIdx, hits) -> 0);
            case Measure.CountDistinct distinct ->
                field.map(found -> distinct(frame, found)).orElse((userIdx, hits) -> 0);
            case Measure.TextOf text ->
                FieldTexts.of(frame, text.field())
                        .<HitMeter>map(texts -> new TextMeter(frame, text.end(), texts))
                        .orElse((userIdx, hits) -> Double.NaN);
            case Measure.OfSessions sessions ->
                field.map(found -> sessions(frame, sessions.number(), found))
                        .orElse((userIdx, hits) -> measure.isMissingWithoutEvents() ? Double.NaN : 0);
            case Measure.MostOfOneItem most -> (userIdx, hits) -> new ItemTally(frame, hits).most();
            case Measure.ItemWithMost item -> (userIdx, hits) -> new ItemTally(frame, hits).leader();
            case Measure.Steps steps -> new StepsMeter(frame, steps, asOf);
        };
    }

    private static double activeDays(EventFrame frame, Hits hits) {
        int days = 0;
        long last = Long.MIN_VALUE;
        for (int place = 0; place < hits.size(); place++) {
            long day = Math.floorDiv(frame.time(hits.row(place)), DAY);
            days += day == last ? 0 : 1;
            last = day;
        }
        return days;
    }

    private static HitMeter number(EventFrame frame, Measure.Statistic statistic, EventField field) {
        NumberReading reading = new NumberReading(frame, statistic, FieldReader.numbers(frame, field));
        return (userIdx, hits) -> reading.of(hits);
    }

    private static HitMeter sessions(EventFrame frame, Measure.SessionNumber number, EventField field) {
        return new SessionMeter(frame, number, FieldReader.keys(frame, field));
    }

    private static HitMeter sum(EventFrame frame, EventField field) {
        IntToDoubleFunction numbers = FieldReader.numbers(frame, field);
        return (userIdx, hits) -> RoundedSum.of(hits, numbers);
    }

    private static HitMeter distinct(EventFrame frame, EventField field) {
        IntToLongFunction keys = FieldReader.keys(frame, field);
        return (userIdx, hits) -> {
            DistinctKeys seen = new DistinctKeys();
            for (int place = 0; place < hits.size(); place++) {
                seen.add(keys.applyAsLong(hits.row(place)));
            }
            return seen.count();
        };
    }
}
