package app.attune.segments.text;

import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes rows about events as text.
final class EventWriter {
    private static final String MIDNIGHT = "T00:00:00Z";

    private EventWriter() {}

    /// The pieces of a line.
    static List<String> pieces(EventCondition row) {
        List<String> pieces = new ArrayList<>(measured(row));
        pieces.addAll(TestWriter.pieces(row.comparison(), row.values(), row.whenMissing()));
        return pieces;
    }

    /// What is measured, without what it is compared with.
    static List<String> measured(EventCondition row) {
        List<String> pieces = new ArrayList<>(TextWriter.named(measure(row.measure()), kind(row.events())));
        row.near().forEach(near -> pieces.addAll(near(near)));
        if (row.measure() instanceof Measure.Steps steps) {
            steps.next().forEach(kind -> pieces.addAll(TextWriter.named("then", kind(kind))));
            pieces.addAll(counted(steps));
        }
        window(row.window(), pieces);
        return pieces;
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "count of";
            case Measure.Sum sum -> "sum of " + TextWords.name(sum.field()) + " of";
            case Measure.CountDistinct distinct -> "different " + TextWords.name(distinct.field()) + " of";
            case Measure.DaysSinceLast days -> "days since last";
            case Measure.DaysSinceFirst days -> "days since first";
            case Measure.ActiveDays days -> "days with";
            case Measure.OfField number ->
                TextWords.of(number.statistic()) + " " + TextWords.name(number.field()) + " of";
            case Measure.TextOf text -> TextWords.of(text.end()) + " " + TextWords.name(text.field()) + " of";
            case Measure.OfSessions sessions -> TextWords.of(sessions.number());
            case Measure.MostOfOneItem most -> TextWords.MOST_OF_ITEM;
            case Measure.ItemWithMost item -> TextWords.ITEM_WITH_MOST;
            case Measure.Steps steps -> "steps of";
        };
    }

    private static List<String> kind(EventKind kind) {
        List<String> pieces = new ArrayList<>();
        pieces.add(
                kind.types().isEmpty()
                        ? "any event"
                        : kind.types().stream().map(TextWords::name).collect(Collectors.joining(" or ")));
        for (FieldTest test : kind.where()) {
            pieces.addAll(TextWriter.named(
                    (pieces.size() == 1 ? "where " : "and ") + TextWords.name(test.field()),
                    TestWriter.pieces(test.comparison(), test.values(), test.whenMissing())));
        }
        return pieces;
    }

    private static List<String> near(Near near) {
        List<String> pieces = new ArrayList<>(TextWriter.named(TextWords.of(near.relation()), kind(near.events())));
        if (near.within() instanceof Within.Span span) {
            pieces.add("within " + amount(span.amount(), span.unit()));
        }
        return pieces;
    }

    private static List<String> counted(Measure.Steps steps) {
        String each = steps.counted() == Measure.Counted.FROM_PREVIOUS ? "each " : "";
        return switch (steps.within()) {
            case Within.AnyTime any -> each.isEmpty() ? List.of() : List.of("each at any time");
            case Within.Span span ->
                List.of((each.isEmpty() ? "in all " : each) + "within " + amount(span.amount(), span.unit()));
        };
    }

    private static void window(Window window, List<String> pieces) {
        switch (window) {
            case Window.AllTime all -> {}
            case Window.Last last -> pieces.add("in the last " + amount(last.amount(), last.unit()));
            case Window.Earlier earlier -> pieces.add("before the last " + amount(earlier.amount(), earlier.unit()));
            case Window.Since since -> pieces.addAll(TextWriter.named("since last", kind(since.last())));
            case Window.Between between ->
                pieces.add("from " + time(between.from()) + " to before " + time(between.to()));
        }
    }

    private static String amount(int amount, Window.Unit unit) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return amount + " " + (amount == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }

    private static String time(Instant time) {
        String text = time.toString();
        return text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
    }
}
