package app.attune.segments.ui;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.Measure;
import app.attune.segments.OrderIds;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.util.List;

/// Makes rows to start with.
final class FreshRows {
    private static final int DAYS_BACK = 30;
    private static final double TENTH = 10;
    private static final String SALT = "split";
    private static final String VALUE = "value";

    private final Offers offers;

    FreshRows(Offers offers) {
        this.offers = offers;
    }

    /// At least one of the most frequent events in the last 30 days.
    EventCondition events() {
        return new EventCondition(
                offers.fields().types().stream().limit(1).map(KnownValue::text).toList(),
                List.of(),
                new Measure.Count(),
                new Window.Last(DAYS_BACK, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
    }

    /// A row about this.
    Condition of(RowSubject subject) {
        return of(subject, events());
    }

    /// A row about this in the place of another, keeping what still makes sense.
    Condition of(RowSubject subject, Condition row) {
        return switch (subject.kind()) {
            case ATTRIBUTE -> attribute(subject.attribute());
            case SEGMENT -> new SegmentCondition(offers.segments().getFirst().id());
            case LIST -> new UserListCondition(UserListCondition.Listed.IS, List.of());
            case CONSENT -> new ConsentCondition(offers.purposes().getFirst(), ConsentCondition.Consented.GRANTED);
            case BUCKET -> new BucketCondition(SALT, 0, TENTH);
            case RANK -> new RankCondition(RankCondition.Rank.TOP, TENTH, RankEditor.ranked(events()));
            case COUNT,
                    DISTINCT,
                    SUM,
                    AVERAGE,
                    SMALLEST,
                    LARGEST,
                    FIRST,
                    LAST,
                    FIRST_TEXT,
                    LAST_TEXT,
                    DAYS,
                    FIRST_DAYS,
                    ACTIVE,
                    SESSIONS,
                    LONGEST_SESSION,
                    MOST_EVENTS,
                    MOST_OF_ITEM,
                    ITEM_WITH_MOST,
                    STEPS -> measured(subject.kind(), row instanceof EventCondition known ? known : events());
        };
    }

    private AttributeCondition attribute(String name) {
        FieldCatalogue fields = offers.fields();
        boolean number = fields.attributeKind(name).orElse(FieldKind.TEXT) == FieldKind.NUMBER;
        return new AttributeCondition(name, number ? Comparison.AT_LEAST : Comparison.IS, List.of());
    }

    /// The same events, measured otherwise.
    EventCondition measured(RowSubject.Kind kind, EventCondition events) {
        boolean days = kind == RowSubject.Kind.DAYS || kind == RowSubject.Kind.FIRST_DAYS;
        EventCondition row = events.with(measure(kind, events.measure()))
                .with(days ? new Window.AllTime() : events.window())
                .with(WhenMissing.NO);
        if (row.measure() instanceof Measure.Steps steps) {
            return row.with(
                    Comparison.AT_LEAST,
                    List.of(Integer.toString(1 + steps.next().size())));
        }
        if (row.measure().kind() == FieldKind.TEXT) {
            return events.measure().kind() == FieldKind.TEXT ? row : row.with(Comparison.IS, List.of());
        }
        boolean kept = events.measure().kind() == FieldKind.NUMBER
                && !events.comparison().asksForMissing()
                && !(events.measure() instanceof Measure.Steps);
        return kept ? row : row.with(Comparison.AT_LEAST, List.of("1"));
    }

    private Measure measure(RowSubject.Kind kind, Measure before) {
        return switch (kind) {
            case COUNT -> new Measure.Count();
            case DISTINCT ->
                new Measure.CountDistinct(
                        OrderIds.among(offers.fields().eventFields()).orElse("item"));
            case SUM -> new Measure.Sum(number(before));
            case AVERAGE -> new Measure.OfField(Measure.Statistic.AVERAGE, number(before));
            case SMALLEST -> new Measure.OfField(Measure.Statistic.SMALLEST, number(before));
            case LARGEST -> new Measure.OfField(Measure.Statistic.LARGEST, number(before));
            case FIRST -> new Measure.OfField(Measure.Statistic.FIRST, number(before));
            case LAST -> new Measure.OfField(Measure.Statistic.LAST, number(before));
            case FIRST_TEXT -> new Measure.TextOf(Measure.TextEnd.FIRST_TEXT, text(before));
            case LAST_TEXT -> new Measure.TextOf(Measure.TextEnd.LAST_TEXT, text(before));
            case DAYS -> new Measure.DaysSinceLast();
            case FIRST_DAYS -> new Measure.DaysSinceFirst();
            case ACTIVE -> new Measure.ActiveDays();
            case SESSIONS -> new Measure.OfSessions(Measure.SessionNumber.SESSIONS);
            case LONGEST_SESSION -> new Measure.OfSessions(Measure.SessionNumber.LONGEST_SESSION);
            case MOST_EVENTS -> new Measure.OfSessions(Measure.SessionNumber.MOST_EVENTS);
            case MOST_OF_ITEM -> new Measure.MostOfOneItem();
            case ITEM_WITH_MOST -> new Measure.ItemWithMost();
            case STEPS -> new Measure.Steps(List.of(next()), new Within.AnyTime(), Measure.Counted.FROM_FIRST);
            case SEGMENT, LIST, CONSENT, BUCKET, RANK, ATTRIBUTE ->
                throw new IllegalArgumentException("Not measured of events");
        };
    }

    /// The field a number was measured of so far.
    private static String number(Measure before) {
        return before instanceof Measure.Sum sum
                ? sum.field()
                : before instanceof Measure.OfField number ? number.field() : VALUE;
    }

    /// The field a text was read of so far; items can always be asked for.
    private static String text(Measure before) {
        return before instanceof Measure.TextOf text ? text.field() : "item";
    }

    /// The second most frequent events.
    private EventKind next() {
        List<String> types =
                offers.fields().types().stream().map(KnownValue::text).limit(2).toList();
        return new EventKind(types.isEmpty() ? types : List.of(types.getLast()), List.of());
    }
}
