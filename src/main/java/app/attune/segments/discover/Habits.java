package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Measure;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import smile.association.FPGrowth;
import smile.association.FPTree;
import smile.association.ItemSet;

/// Finds what goes together: FP-growth (Han, Pei and Yin 2000, "Mining Frequent Patterns without Candidate Generation",
/// SIGMOD) over what users did in 90 days and what their attributes say.
final class Habits {
    private static final Window RECENT = new Window.Last(90, Window.Unit.DAYS);
    private static final int LONGEST = 3;
    /// What nearly everybody does says nothing.
    private static final double COMMON = 0.8;
    /// Where one nearly always comes with the other, as a kind of view with a view, that is no news.
    private static final double IMPLIED = 0.95;
    private static final double LEAST_LIFT = 1.2;

    private final TraitTable table;
    private final List<RoaringBitmap> items;
    private final List<Condition> conditions;

    private Habits(TraitTable table) {
        this.table = table;
        List<TraitColumn> columns =
                table.columns().stream().filter(Habits::tells).toList();
        List<TraitColumn> rare = columns.stream()
                .filter(column -> having(column).getCardinality() <= COMMON * table.size())
                .toList();
        items = rare.stream().map(this::having).toList();
        conditions = rare.stream().map(Habits::condition).toList();
    }

    /// Those of at least `least` of the users, the ones furthest above chance first.
    static List<Habit> of(TraitTable table, double least, int most, Progress progress) {
        progress.report("Looking for habits", 0, 0);
        progress.checkpoint();
        Habits habits = new Habits(table);
        int support = Math.max(2, (int) Math.ceil(least * table.size()));
        try (var sets = FPGrowth.apply(FPTree.of(support, habits.baskets()))) {
            return sets.filter(set -> set.items().length > 1 && set.items().length <= LONGEST)
                    .filter(habits::isNews)
                    .map(habits::habit)
                    .filter(habit -> habit.lift() >= LEAST_LIFT)
                    .sorted(Comparator.comparingDouble(Habit::lift).reversed())
                    .limit(most)
                    .toList();
        }
    }

    private static boolean tells(TraitColumn column) {
        return switch (column.trait()) {
            case Trait.TextValue text -> true;
            case Trait.Measured measured ->
                measured.measure().measure() instanceof Measure.Count
                        && measured.measure().window().equals(RECENT);
            case Trait.NumberAttribute number -> false;
            case Trait.DateAttribute date -> false;
        };
    }

    private RoaringBitmap having(TraitColumn column) {
        RoaringBitmap rows = new RoaringBitmap();
        IntStream.range(0, table.size()).filter(row -> column.value(row) >= 1).forEach(rows::add);
        return rows;
    }

    private static Condition condition(TraitColumn column) {
        return column.trait() instanceof Trait.TextValue text
                ? text.row(Comparison.IS, List.of(text.value()), WhenMissing.NO)
                : column.trait().row(Comparison.AT_LEAST, List.of("1"), WhenMissing.NO);
    }

    private int[][] baskets() {
        return IntStream.range(0, table.size())
                .mapToObj(row -> IntStream.range(0, items.size())
                        .filter(item -> items.get(item).contains(row))
                        .toArray())
                .toArray(int[][]::new);
    }

    private boolean isNews(ItemSet set) {
        return Arrays.stream(set.items())
                .noneMatch(one -> Arrays.stream(set.items()).anyMatch(other -> one != other && implies(one, other)));
    }

    private boolean implies(int one, int other) {
        int both = RoaringBitmap.andCardinality(items.get(one), items.get(other));
        return both >= IMPLIED * items.get(one).getCardinality();
    }

    private Habit habit(ItemSet set) {
        double expected = table.size();
        for (int item : set.items()) {
            expected *= (double) items.get(item).getCardinality() / table.size();
        }
        List<Condition> parts =
                Arrays.stream(set.items()).sorted().mapToObj(conditions::get).toList();
        return new Habit(new AllOf(parts), set.support(), table.size(), expected);
    }
}
