package app.attune.segments;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A measure of a user's events in a window that has a name of its own, such as `purchase_count_90d`: what a server
/// keeps per user so that it can ask event conditions without the events.
public record Feature(
        String name, List<String> types, List<FieldTest> where, List<Near> near, Measure measure, Window window) {
    private static final int LONGEST_WORD = 24;

    public Feature {
        types = List.copyOf(types);
        where = List.copyOf(where);
        near = List.copyOf(near);
    }

    static Feature of(EventCondition row) {
        return new Feature(name(row), row.types(), row.where(), row.near(), row.measure(), row.window());
    }

    Feature named(String other) {
        return new Feature(other, types, where, near, measure, window);
    }

    boolean measures(EventCondition row) {
        return types.equals(row.types())
                && where.equals(row.where())
                && near.equals(row.near())
                && measure.equals(row.measure())
                && window.equals(row.window());
    }

    /// The same measure as a condition that any value passes.
    public EventCondition condition() {
        return new EventCondition(
                types, where, near, measure, window, Comparison.IS_PRESENT, List.of(), WhenMissing.NO);
    }

    /// What is measured, in words: "view events in the last 7 days".
    public String words() {
        return ConditionSentence.measured(condition());
    }

    /// The fields of events that it reads besides time and type.
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        condition().kinds().forEach(kind -> kind.where().forEach(test -> fields.add(test.field())));
        EventMeter.measuredField(measure).ifPresent(fields::add);
        return fields;
    }

    /// Whether it is an item and no number.
    public boolean isItem() {
        return measure instanceof Measure.ItemWithMost;
    }

    /// As [Measure#isMissingWithoutEvents].
    public boolean isMissingWithoutEvents() {
        return measure.isMissingWithoutEvents();
    }

    private static String name(EventCondition row) {
        String near = row.near().stream()
                .map(one -> "_" + word(one.relation().name()) + "_" + types(one.events()) + within(one.within()))
                .collect(Collectors.joining());
        String where = row.where().stream()
                .map(test -> "_"
                        + word(
                                test.values().isEmpty()
                                        ? test.field()
                                        : test.values().getFirst()))
                .collect(Collectors.joining());
        return types(row.events()) + where + "_" + measure(row.measure()) + near + "_" + window(row.window());
    }

    private static String types(EventKind kind) {
        return kind.types().isEmpty()
                ? "event"
                : kind.types().stream().map(Feature::word).collect(Collectors.joining("_"));
    }

    private static String within(Within within) {
        return within instanceof Within.Span span ? "_" + span.amount() + letter(span.unit()) : "";
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "count";
            case Measure.Sum sum -> word(sum.field()) + "_sum";
            case Measure.CountDistinct distinct -> word(distinct.field()) + "_distinct";
            case Measure.DaysSinceLast days -> "days_since_last";
            case Measure.DaysSinceFirst days -> "days_since_first";
            case Measure.ActiveDays days -> "active_days";
            case Measure.OfField number ->
                word(number.field()) + "_" + word(number.statistic().name());
            case Measure.TextOf text ->
                word(text.field()) + "_" + word(text.end().name());
            case Measure.OfSessions sessions -> word(sessions.number().name());
            case Measure.MostOfOneItem most -> "most_of_one_item";
            case Measure.ItemWithMost item -> "item_with_most";
            case Measure.Steps steps ->
                steps.next().stream().map(kind -> "then_" + types(kind) + "_").collect(Collectors.joining()) + "steps"
                        + within(steps.within());
        };
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.AllTime all -> "all_time";
            case Window.Last last -> last.amount() + letter(last.unit());
            case Window.Earlier earlier -> "before_" + earlier.amount() + letter(earlier.unit());
            case Window.Since since -> "since_" + types(since.last());
            case Window.Between between ->
                "fixed_" + word(between.from().toString().substring(0, 10));
        };
    }

    private static String letter(Window.Unit unit) {
        return switch (unit) {
            case MINUTES -> "min";
            case HOURS -> "h";
            case DAYS -> "d";
            case WEEKS -> "w";
        };
    }

    /// Lower-case ASCII letters, digits and underscores; `x` when nothing is left.
    private static String word(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
        return cut.isEmpty() ? "x" : cut;
    }
}
