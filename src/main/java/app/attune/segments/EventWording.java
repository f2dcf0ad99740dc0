package app.attune.segments;

import java.util.List;
import java.util.Locale;
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
            case Measure.DaysSinceLast days -> daysSince("last", row);
            case Measure.DaysSinceFirst days -> daysSince("first", row);
            case Measure.TextOf text -> "whose " + Wording.test(measured(row), row.asked());
            case Measure.OfSessions sessions ->
                sessions.number() == Measure.SessionNumber.SESSIONS
                        ? "with " + amount + " " + measured(row)
                        : "whose " + Wording.test(measured(row), row.asked());
            case Measure.ActiveDays days -> "with " + events(row) + " on " + amount + " different days";
            case Measure.OfField number -> "whose " + Wording.test(measured(row), row.asked());
            case Measure.MostOfOneItem most -> "with " + amount + " " + events(row) + " on one and the same item";
            case Measure.ItemWithMost item -> "whose " + Wording.test(measured(row), row.asked());
            case Measure.Steps steps -> "who got through " + amount + " of " + measured(row);
        };
    }

    private static String daysSince(String which, EventCondition row) {
        return switch (row.comparison()) {
            case IS_MISSING -> "without any " + events(row);
            case IS_PRESENT -> "with any " + events(row);
            case IS, IS_NOT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN, CONTAINS, STARTS_WITH ->
                "whose " + which + " " + event(row) + " was " + Wording.amount(row.comparison(), row.values())
                        + " days ago" + Wording.orUnknown(row.asked());
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
            case Measure.DaysSinceFirst days -> "days since the first " + event(row);
            case Measure.ActiveDays days -> "different days with " + events(row);
            case Measure.TextOf text ->
                (text.end() == Measure.TextEnd.FIRST_TEXT ? "first " : "last ") + field(text.field()) + " of "
                        + events(row);
            case Measure.OfSessions sessions -> sessions(sessions.number(), events(row));
            case Measure.OfField number ->
                number.statistic().name().toLowerCase(Locale.ROOT) + " " + field(number.field()) + " of " + events(row);
            case Measure.MostOfOneItem most -> "largest number of " + events(row) + " on one item";
            case Measure.ItemWithMost item -> "item with the most " + events(row);
            case Measure.Steps steps ->
                (steps.next().size() + 1) + " steps (" + sequence(row, steps) + ")" + Wording.window(row.window());
        };
    }

    private static String sessions(Measure.SessionNumber number, String events) {
        return switch (number) {
            case SESSIONS -> "sessions with " + events;
            case LONGEST_SESSION -> "longest session with " + events + ", in minutes,";
            case MOST_EVENTS -> "largest number of " + events + " in one session";
        };
    }

    /// As in "view event on items whose category is Tents".
    static String one(EventKind kind) {
        return types(kind) + "event" + where(kind);
    }

    /// As in "view events on items whose category is Tents".
    static String several(EventKind kind) {
        return types(kind) + "events" + where(kind);
    }

    private static String events(EventCondition row) {
        return several(row.events()) + Wording.window(row.window()) + near(row);
    }

    /// One of the events meant, as in "purchase event".
    static String event(EventCondition row) {
        return types(row.events()) + "event" + where(row.events()) + Wording.window(row.window()) + near(row);
    }

    private static String sequence(EventCondition row, Measure.Steps steps) {
        String next = steps.next().stream()
                .map(kind -> ", then " + types(kind) + "event" + where(kind))
                .collect(Collectors.joining());
        String within = Wording.within(steps.within());
        boolean fromFirst = steps.counted() == Measure.Counted.FROM_FIRST;
        String limit = within.isEmpty() ? "" : fromFirst ? ", all" + within : ", each" + within + " of the one before";
        return types(row.events()) + "event" + where(row.events()) + near(row) + next + limit;
    }

    /// As in "not followed by a purchase event within 24 hours", with a blank in front.
    private static String near(EventCondition row) {
        return row.near().stream().map(EventWording::near).collect(Collectors.joining(" and"));
    }

    private static String near(Near near) {
        String relation = near.relation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String event = types(near.events()) + "event";
        String article = near.events().types().isEmpty() ? "any " : "aeiou".indexOf(event.charAt(0)) < 0 ? "a " : "an ";
        return " " + relation + " by " + article + event + where(near.events()) + Wording.within(near.within());
    }

    private static String types(EventKind kind) {
        return kind.types().isEmpty() ? "" : Wording.join(kind.types(), " or ") + " ";
    }

    private static String where(EventKind kind) {
        List<FieldTest> tests = kind.where();
        return tests.isEmpty()
                ? ""
                : tests.stream().map(EventWording::test).collect(Collectors.joining(" and", "", ""));
    }

    private static String test(FieldTest test) {
        if (test.field().startsWith(EventField.ITEM_PREFIX)) {
            String attribute = test.field().substring(EventField.ITEM_PREFIX.length());
            return " on items whose " + Wording.test(attribute, test.asked());
        }
        return " whose " + Wording.test(test.field(), test.asked());
    }

    private static String field(String name) {
        return Wording.field(name);
    }
}
