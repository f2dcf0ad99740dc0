package app.attune.rules.matrix;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.Measure;
import app.attune.segments.RankCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.ValueTest;
import app.attune.segments.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Cuts the values of a subject into cells that the rows about it cannot look into: whatever value a user has, one of
/// the cells answers every row as that value does.
///
/// Source: the equivalence classes of Ostrand and Balcer 1988, "The Category-Partition Method", Communications of the
/// ACM 31(6), cut at the named values as bounds.
final class Cells implements CellCut {
    private static final String GRANTED = "GRANTED";
    private static final double PERCENT = 100;
    private static final double SECONDS_A_DAY = 86_400;

    private final Schema schema;

    Cells(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Optional<List<Cell>> of(Subject subject, List<Condition> rows) {
        return switch (subject) {
            case Subject.Attribute attribute -> attribute(attribute.name(), rows);
            case Subject.Measured measured -> measured(measured.row(), rows);
            case Subject.Person person -> Optional.of(persons(rows));
            case Subject.Bucket bucket -> Optional.of(buckets(rows));
            case Subject.Consent consent -> Optional.of(List.of(new Cell.Agreed(true), new Cell.Agreed(false)));
            case Subject.Ranking ranking -> Optional.of(ranks(ranking.by(), rows));
            case Subject.Asked asked -> throw new IllegalArgumentException("Not of a user: " + asked);
        };
    }

    private Optional<List<Cell>> attribute(String name, List<Condition> rows) {
        FieldKind kind = schema.attributes().get(name);
        if (kind == null) {
            return Optional.of(List.of(new Cell.Missing()));
        }
        return switch (kind) {
            case TEXT -> texts(name, rows);
            case NUMBER -> Optional.of(withMissing(NumberCells.any().cut(numbers(rows))));
            case DATE -> Optional.of(withMissing(dates(rows)));
        };
    }

    private static Optional<List<Cell>> texts(String name, List<Condition> rows) {
        TextCells texts = new TextCells();
        if (name.startsWith(Schema.consentAttribute(""))) {
            Stream.of(GRANTED, "DENIED", "REVOKED", "UNCLEAR").forEach(texts::name);
        }
        if (rows.stream().anyMatch(ConsentCondition.class::isInstance)) {
            agreements().forEach(texts::name);
        }
        rows.forEach(row -> {
            if (row instanceof AttributeCondition one) {
                texts.add(one);
            } else if (row instanceof EventCondition one) {
                texts.add(one.comparison(), one.values());
            }
        });
        return texts.cells().map(Cells::withMissing);
    }

    /// The ways to write an agreement: the rows about consent take each alike, those about the text do not.
    private static List<String> agreements() {
        List<String> texts = new ArrayList<>();
        for (int small = 0; small < 1 << GRANTED.length(); small++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < GRANTED.length(); i++) {
                char letter = GRANTED.charAt(i);
                text.append((small >> i & 1) == 1 ? Character.toLowerCase(letter) : letter);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<Cell> withMissing(List<Cell> cells) {
        List<Cell> more = new ArrayList<>(cells);
        more.add(new Cell.Missing());
        return more;
    }

    private static List<Double> numbers(List<Condition> rows) {
        List<Double> numbers = new ArrayList<>();
        for (Condition row : rows) {
            test(row).filter(test -> asksForValues(row)).ifPresent(test -> numbers.addAll(test.namedNumbers()));
        }
        return numbers;
    }

    private static Optional<ValueTest> test(Condition row) {
        if (row instanceof AttributeCondition one) {
            return Optional.of(ValueTest.of(one));
        }
        return row instanceof EventCondition one ? Optional.of(ValueTest.of(one)) : Optional.empty();
    }

    private static boolean asksForValues(Condition row) {
        Comparison comparison =
                row instanceof AttributeCondition one ? one.comparison() : ((EventCondition) row).comparison();
        return !comparison.asksForMissing();
    }

    private static List<Cell> dates(List<Condition> rows) {
        List<Long> named = new ArrayList<>();
        for (Condition row : rows) {
            test(row).filter(test -> asksForValues(row)).ifPresent(test -> named.addAll(test.namedDates()));
        }
        return DateCells.of(named);
    }

    private static Optional<List<Cell>> measured(EventCondition measured, List<Condition> rows) {
        Measure measure = measured.measure();
        if (measure.kind() == FieldKind.TEXT) {
            return texts("", rows);
        }
        List<Cell> cells = range(measure, measured.window()).cut(numbers(rows));
        return Optional.of(measure.isMissingWithoutEvents() ? withMissing(cells) : cells);
    }

    private static NumberCells range(Measure measure, Window window) {
        return switch (measure) {
            case Measure.Count count -> NumberCells.counts(Double.POSITIVE_INFINITY);
            case Measure.CountDistinct distinct -> NumberCells.counts(Double.POSITIVE_INFINITY);
            case Measure.ActiveDays days -> NumberCells.counts(Math.floor(days(window)) + 2);
            case Measure.Sum sum -> NumberCells.any();
            case Measure.DaysSinceLast days -> NumberCells.from(0, days(window));
            case Measure.DaysSinceFirst days -> NumberCells.from(0, days(window));
            case Measure.OfField number -> NumberCells.any();
            case Measure.TextOf text -> throw new IllegalArgumentException("Texts are no numbers");
            case Measure.OfSessions sessions ->
                sessions.number() == Measure.SessionNumber.LONGEST_SESSION
                        ? NumberCells.from(0, Double.POSITIVE_INFINITY)
                        : NumberCells.counts(Double.POSITIVE_INFINITY);
            case Measure.MostOfOneItem most -> NumberCells.counts(Double.POSITIVE_INFINITY);
            case Measure.ItemWithMost item -> throw new IllegalArgumentException("Texts are no numbers");
            case Measure.Steps steps -> NumberCells.counts(steps.next().size() + 1.0);
        };
    }

    /// How many days a window goes back at most.
    static double days(Window window) {
        return window instanceof Window.Last last
                ? days(last.unit().length().multipliedBy(last.amount()))
                : Double.POSITIVE_INFINITY;
    }

    private static double days(Duration length) {
        return length.toSeconds() / SECONDS_A_DAY;
    }

    private static List<Cell> persons(List<Condition> rows) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.SomebodyElse());
        rows.stream()
                .filter(UserListCondition.class::isInstance)
                .flatMap(row -> ((UserListCondition) row).ids().stream())
                .distinct()
                .forEach(id -> cells.add(new Cell.Named(id)));
        return cells;
    }

    private static List<Cell> buckets(List<Condition> rows) {
        TreeSet<Double> bounds = new TreeSet<>(List.of(0.0));
        for (Condition row : rows) {
            if (row instanceof BucketCondition bucket) {
                bounds.add(bucket.from() + 0.0);
                bounds.add(bucket.to() + 0.0);
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (double bound : bounds.headSet(PERCENT)) {
            Double next = bounds.higher(bound);
            cells.add(new Cell.Numbers(bound, next == null ? PERCENT : next, bound));
        }
        return cells;
    }

    private List<Cell> ranks(RankCondition.Ranked by, List<Condition> rows) {
        boolean never = by instanceof RankCondition.Ranked.Attribute one
                && schema.attributes().get(one.attribute()) != FieldKind.NUMBER;
        if (never) {
            return List.of(new Cell.Missing());
        }
        List<Cell> cells = new ArrayList<>();
        for (double above : bounds(rows, RankCondition.Rank.TOP)) {
            for (double below : bounds(rows, RankCondition.Rank.BOTTOM)) {
                if (above + below < PERCENT) {
                    cells.add(new Cell.Rank(above, below));
                }
            }
        }
        boolean always = by instanceof RankCondition.Ranked.Events events
                && !events.measure().isMissingWithoutEvents();
        return always ? cells : withMissing(cells);
    }

    private static Set<Double> bounds(List<Condition> rows, RankCondition.Rank end) {
        TreeSet<Double> bounds = new TreeSet<>(List.of(0.0));
        rows.forEach(row -> {
            if (row instanceof RankCondition rank && rank.rank() == end) {
                bounds.add(rank.percent());
            }
        });
        return bounds;
    }
}
