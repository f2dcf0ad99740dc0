package app.attune.segments.ui;

import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.Measure;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.List;

/// What a row is about: an attribute of the user, or something measured of their events.
///
/// @param attribute empty for events
record RowSubject(Kind kind, String attribute) {
    enum Kind {
        ATTRIBUTE,
        COUNT,
        SUM,
        DISTINCT,
        DAYS
    }

    private static final int DAYS_BACK = 30;

    static RowSubject of(Condition row) {
        return switch (row) {
            case AttributeCondition attribute -> new RowSubject(Kind.ATTRIBUTE, attribute.attribute());
            case EventCondition events -> new RowSubject(kind(events.measure()), "");
            case app.attune.segments.UserCondition other -> throw noSubject();
            case app.attune.segments.AllOf group -> throw new IllegalArgumentException("Not a row");
            case app.attune.segments.AnyOf group -> throw new IllegalArgumentException("Not a row");
            case app.attune.segments.NoneOf group -> throw new IllegalArgumentException("Not a row");
        };
    }

    private static Kind kind(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> Kind.COUNT;
            case Measure.Sum sum -> Kind.SUM;
            case Measure.CountDistinct distinct -> Kind.DISTINCT;
            case Measure.DaysSinceLast days -> Kind.DAYS;
            case Measure.DaysSinceFirst other -> throw noSubject();
            case Measure.ActiveDays other -> throw noSubject();
            case Measure.OfField other -> throw noSubject();
            case Measure.Steps other -> throw noSubject();
        };
    }

    private static IllegalArgumentException noSubject() {
        return new IllegalArgumentException("Shown in words");
    }

    /// Events first, then every attribute.
    static List<RowSubject> all(FieldCatalogue fields) {
        List<RowSubject> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.COUNT, Kind.DISTINCT, Kind.SUM, Kind.DAYS)) {
            all.add(new RowSubject(kind, ""));
        }
        fields.attributes().forEach(name -> all.add(new RowSubject(Kind.ATTRIBUTE, name)));
        return all;
    }

    /// A row to start with: at least one of the most frequent events in the last 30 days.
    static EventCondition fresh(FieldCatalogue fields) {
        return new EventCondition(
                fields.types().stream().limit(1).map(KnownValue::text).toList(),
                List.of(),
                new Measure.Count(),
                new Window.Last(DAYS_BACK, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
    }

    /// The row about this instead, keeping what still makes sense.
    Condition from(Condition row, FieldCatalogue fields) {
        if (kind == Kind.ATTRIBUTE) {
            boolean number = fields.attributeKind(attribute).orElse(FieldKind.TEXT) == FieldKind.NUMBER;
            return new AttributeCondition(attribute, number ? Comparison.AT_LEAST : Comparison.IS, List.of());
        }
        EventCondition events = row instanceof EventCondition known ? known : fresh(fields);
        boolean absent = events.comparison() == Comparison.IS_MISSING || events.comparison() == Comparison.IS_PRESENT;
        return events.with(measure(fields))
                .with(kind == Kind.DAYS ? new Window.AllTime() : events.window())
                .with(absent ? Comparison.AT_LEAST : events.comparison(), absent ? List.of("1") : events.values());
    }

    private Measure measure(FieldCatalogue fields) {
        return switch (kind) {
            case COUNT -> new Measure.Count();
            case DAYS -> new Measure.DaysSinceLast();
            case SUM -> new Measure.Sum("value");
            case DISTINCT -> new Measure.CountDistinct(fields.eventFields().contains("order_id") ? "order_id" : "item");
            case ATTRIBUTE -> throw new IllegalArgumentException("An attribute is not measured");
        };
    }
}
