package app.attune.segments;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The plain English of an event condition.
final class EventWording {
    private EventWording() {}

    /// To stand after "users".
    static String row(EventCondition row) {
        String amount = Wording.amount(row.comparison(), row.values());
        return switch (row.measure()) {
            case Measure.Count count ->
                asksForNone(row)
                        ? "with no " + events(row)
                        : "with " + amount + " " + (asksForOne(row) ? event(row) : events(row));
            case Measure.CountDistinct distinct ->
                "with " + amount + " different " + field(distinct.field()) + " values in " + events(row);
            case Measure.Sum sum -> "with " + amount + " in total " + field(sum.field()) + " of " + events(row);
            case Measure.DaysSinceLast days -> daysSinceLast(row);
        };
    }

    private static String daysSinceLast(EventCondition row) {
        return switch (row.comparison()) {
            case IS_MISSING -> "without any " + events(row);
            case IS_PRESENT -> "with any " + events(row);
            case IS, IS_NOT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN, CONTAINS, STARTS_WITH ->
                "whose last " + event(row) + " was " + Wording.amount(row.comparison(), row.values()) + " days ago";
        };
    }

    private static boolean asksForOne(EventCondition row) {
        return row.values().equals(List.of("1"));
    }

    private static boolean asksForNone(EventCondition row) {
        if (row.values().size() != 1) {
            return false;
        }
        OptionalDouble value = Literals.number(row.values().getFirst());
        return switch (row.comparison()) {
            case IS, AT_MOST -> value.isPresent() && value.getAsDouble() == 0;
            case LESS_THAN -> value.isPresent() && value.getAsDouble() == 1;
            case IS_NOT, AT_LEAST, MORE_THAN, BETWEEN, CONTAINS, STARTS_WITH, IS_MISSING, IS_PRESENT -> false;
        };
    }

    /// The measure as the name of a number.
    static String measured(EventCondition row) {
        return switch (row.measure()) {
            case Measure.Count count -> events(row);
            case Measure.CountDistinct distinct -> "different " + field(distinct.field()) + " values in " + events(row);
            case Measure.Sum sum -> "total " + field(sum.field()) + " of " + events(row);
            case Measure.DaysSinceLast days -> "days since the last " + event(row);
        };
    }

    private static String events(EventCondition row) {
        return types(row) + "events" + where(row) + Wording.window(row.window());
    }

    /// One of the events meant, as in "purchase event".
    static String event(EventCondition row) {
        return types(row) + "event" + where(row) + Wording.window(row.window());
    }

    private static String types(EventCondition row) {
        return row.types().isEmpty() ? "" : Wording.join(row.types(), " or ") + " ";
    }

    private static String where(EventCondition row) {
        List<FieldTest> tests = row.where();
        return tests.isEmpty()
                ? ""
                : tests.stream().map(EventWording::test).collect(Collectors.joining(" and", "", ""));
    }

    private static String test(FieldTest test) {
        if (test.field().startsWith(EventField.ITEM_PREFIX)) {
            String attribute = test.field().substring(EventField.ITEM_PREFIX.length());
            return " on items whose " + Wording.test(attribute, test.comparison(), test.values());
        }
        return " whose " + Wording.test(test.field(), test.comparison(), test.values());
    }

    private static String field(String name) {
        return Wording.field(name);
    }
}
