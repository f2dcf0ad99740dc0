package app.attune.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random conditions over the columns of [RandomPopulations], unknown names included; all of them pass the check.
public final class RandomTrees {
    private static final int DEEPEST = 4;

    private final SplittableRandom random;

    public RandomTrees(SplittableRandom random) {
        this.random = random;
    }

    public Condition next() {
        return tree(0);
    }

    /// As [#next], with marks on some of its parts.
    public Condition nextMarked() {
        return marked(next());
    }

    private Condition marked(Condition part) {
        List<Condition> parts =
                Conditions.parts(part).stream().map(this::marked).toList();
        Condition inside = Conditions.withParts(part, parts);
        if (random.nextInt(3) > 0) {
            return inside;
        }
        Condition muted = random.nextBoolean() ? Marks.with(inside, Mark.MUTED) : inside;
        Condition locked = random.nextBoolean() ? Marks.with(muted, Mark.LOCKED) : muted;
        return Marks.commented(locked, random.nextBoolean() ? "" : pick(RandomPopulations.TEXTS));
    }

    private Condition tree(int depth) {
        if (depth >= DEEPEST || random.nextInt(depth + 2) > 0) {
            return random.nextInt(7) == 0 ? person() : random.nextInt(3) == 0 ? attribute() : events();
        }
        List<Condition> parts = new ArrayList<>();
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            parts.add(tree(depth + 1));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new AllOf(parts);
            case 1 -> new AnyOf(parts);
            default -> new NoneOf(parts);
        };
    }

    private Condition person() {
        return switch (random.nextInt(5)) {
            case 0 -> new UserListCondition(pick(List.of(UserListCondition.Listed.values())), ids());
            case 1 -> {
                double from = random.nextInt(5) * 12.5;
                yield new BucketCondition(pick(RandomPopulations.TEXTS), from, from + random.nextInt(5) * 12.5);
            }
            case 2 ->
                new ConsentCondition(
                        pick(List.of("mail", "no such")), pick(List.of(ConsentCondition.Consented.values())));
            default ->
                new RankCondition(
                        pick(List.of(RankCondition.Rank.values())),
                        pick(List.of(5.0, 10.0, 33.3, 50.0, 100.0)),
                        ranked());
        };
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ids.add("user" + random.nextInt(30));
        }
        return ids;
    }

    private RankCondition.Ranked ranked() {
        return random.nextInt(3) == 0
                ? new RankCondition.Ranked.Attribute(pick(List.of("number0", "number1", "no such")))
                : new RankCondition.Ranked.Events(kind(), near(), measure(), window());
    }

    private Condition attribute() {
        if (random.nextInt(13) == 0) {
            Comparison comparison = comparison();
            return new AttributeCondition("no such; --", comparison, values(FieldKind.TEXT, comparison), whenMissing());
        }
        FieldKind kind = pick(List.of(FieldKind.values()));
        Comparison comparison = comparison(kind);
        return new AttributeCondition(name(kind), comparison, values(kind, comparison), whenMissing());
    }

    private String name(FieldKind kind) {
        String stem = switch (kind) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
        };
        return stem + random.nextInt(2);
    }

    private Condition events() {
        Measure measure = random.nextInt(9) == 0 ? text() : measure();
        Comparison comparison = comparison(measure.kind());
        List<String> values = switch (measure) {
            case Measure.DaysSinceLast days -> days(comparison);
            case Measure.DaysSinceFirst days -> days(comparison);
            case Measure.Sum sum -> values(FieldKind.NUMBER, comparison);
            case Measure.OfField number -> values(FieldKind.NUMBER, comparison);
            case Measure.TextOf text -> values(FieldKind.TEXT, comparison);
            case Measure.Count count -> small(comparison);
            case Measure.CountDistinct distinct -> small(comparison);
            case Measure.ActiveDays days -> small(comparison);
            case Measure.OfSessions sessions ->
                sessions.number() == Measure.SessionNumber.LONGEST_SESSION ? minutes(comparison) : small(comparison);
            case Measure.MostOfOneItem most -> small(comparison);
            case Measure.ItemWithMost item -> values(FieldKind.TEXT, comparison);
            case Measure.Steps steps -> small(comparison);
        };
        return new EventCondition(types(), where(), near(), measure, window(), comparison, values, whenMissing());
    }

    private WhenMissing whenMissing() {
        return random.nextInt(5) == 0 ? WhenMissing.YES : WhenMissing.NO;
    }

    private List<Near> near() {
        List<Near> near = new ArrayList<>();
        for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
            near.add(new Near(pick(List.of(Near.Relation.values())), kind(), within()));
        }
        return near;
    }

    private EventKind kind() {
        return new EventKind(types(), where());
    }

    /// Often just as far apart as two of the times of [RandomPopulations].
    private Within within() {
        List<Within> spans = List.of(
                new Within.AnyTime(),
                new Within.Span(1, Window.Unit.MINUTES),
                new Within.Span(5, Window.Unit.HOURS),
                new Within.Span(18 * 60, Window.Unit.MINUTES),
                new Within.Span(1, Window.Unit.DAYS),
                new Within.Span(5, Window.Unit.DAYS),
                new Within.Span(1, Window.Unit.WEEKS),
                new Within.Span(23, Window.Unit.DAYS));
        return pick(spans);
    }

    private Measure steps() {
        List<EventKind> next = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            next.add(kind());
        }
        return new Measure.Steps(next, within(), pick(List.of(Measure.Counted.values())));
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            types.add(random.nextInt(8) == 0 ? "no such type" : pick(RandomPopulations.TYPES));
        }
        return types;
    }

    private List<FieldTest> where() {
        List<FieldTest> tests = new ArrayList<>();
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
            tests.add(test());
        }
        return tests;
    }

    private FieldTest test() {
        FieldKind kind = pick(List.of(FieldKind.values()));
        Comparison comparison = comparison(kind);
        List<String> values = values(kind, comparison);
        return switch (random.nextInt(6)) {
            case 0 -> {
                Comparison text = comparison(FieldKind.TEXT);
                yield new FieldTest("item", text, values(FieldKind.TEXT, text), whenMissing());
            }
            case 1 -> {
                Comparison number = comparison(FieldKind.NUMBER);
                yield new FieldTest("value", number, values(FieldKind.NUMBER, number), whenMissing());
            }
            case 2 -> new FieldTest("p.no such", comparison, values, whenMissing());
            case 3 -> new FieldTest("p." + name(kind), comparison, values, whenMissing());
            default -> new FieldTest("item." + name(kind), comparison, values, whenMissing());
        };
    }

    private Measure text() {
        if (random.nextInt(3) == 0) {
            return new Measure.ItemWithMost();
        }
        return new Measure.TextOf(
                pick(List.of(Measure.TextEnd.values())),
                pick(List.of("item", "item.text0", "p.text0", "p.text1", "nothing")));
    }

    private Measure measure() {
        return switch (random.nextInt(19)) {
            case 14, 15, 16 -> new Measure.OfSessions(pick(List.of(Measure.SessionNumber.values())));
            case 0, 1 -> new Measure.Count();
            case 7, 8 -> steps();
            case 17, 18 -> new Measure.MostOfOneItem();
            case 9 -> new Measure.DaysSinceFirst();
            case 10 -> new Measure.ActiveDays();
            case 11, 12, 13 ->
                new Measure.OfField(
                        pick(List.of(Measure.Statistic.values())),
                        pick(List.of("value", "p.number0", "item.number1", "nothing")));
            case 2 -> new Measure.DaysSinceLast();
            case 3 -> new Measure.Sum(pick(List.of("value", "p.number0", "item.number1", "nothing")));
            case 4 -> new Measure.Sum("value");
            default ->
                new Measure.CountDistinct(pick(List.of(
                        "item", "item.text0", "p.text0", "p.number0", "p.date0", "value", "item.number0", "nothing")));
        };
    }

    private Window window() {
        Window.Unit unit = pick(List.of(Window.Unit.values()));
        int amount = List.of(1, 2, 6, 7, 14, 30).get(random.nextInt(6));
        return switch (random.nextInt(6)) {
            case 5 -> new Window.Since(kind());
            case 0 -> new Window.AllTime();
            case 1, 2 -> new Window.Last(amount, unit);
            case 3 -> new Window.Earlier(amount, unit);
            default -> {
                Instant from = RandomPopulations.AS_OF.minus(unit.length().multipliedBy(amount));
                yield new Window.Between(from, from.plusSeconds(random.nextInt(40) * 86_400L / 2));
            }
        };
    }

    private Comparison comparison() {
        return pick(List.of(Comparison.values()));
    }

    private Comparison comparison(FieldKind kind) {
        Comparison comparison = comparison();
        return kind.allows(comparison) ? comparison : comparison(kind);
    }

    private int size(Comparison comparison) {
        return switch (ValueCount.of(comparison)) {
            case NONE -> 0;
            case ONE -> 1;
            case TWO -> 2;
            case SOME -> 1 + random.nextInt(3);
        };
    }

    private List<String> values(FieldKind kind, Comparison comparison) {
        List<String> values = new ArrayList<>();
        for (int i = size(comparison); i > 0; i--) {
            values.add(
                    switch (kind) {
                        case TEXT -> pick(RandomPopulations.TEXTS);
                        case NUMBER ->
                            Double.toString(
                                    RandomPopulations.NUMBERS[random.nextInt(RandomPopulations.NUMBERS.length)]);
                        case DATE -> date();
                    });
        }
        return values;
    }

    private String date() {
        Instant day = RandomPopulations.AS_OF.minusSeconds(random.nextInt(9) * 86_400L);
        return random.nextBoolean() ? day.toString() : day.toString().substring(0, 10);
    }

    private List<String> small(Comparison comparison) {
        List<String> values = new ArrayList<>();
        for (int i = size(comparison); i > 0; i--) {
            values.add(random.nextInt(9) == 0 ? "1.5" : Integer.toString(random.nextInt(4)));
        }
        return values;
    }

    private List<String> days(Comparison comparison) {
        List<String> values = new ArrayList<>();
        for (int i = size(comparison); i > 0; i--) {
            values.add(pick(List.of("0", "1", "2", "7", "7.0", "0.25", "14", "30")));
        }
        return values;
    }

    private List<String> minutes(Comparison comparison) {
        List<String> values = new ArrayList<>();
        for (int i = size(comparison); i > 0; i--) {
            values.add(pick(List.of("0", "60", "360", "1440", "1440.5", "10080", "20160")));
        }
        return values;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
