package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Measure;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// Finds what goes together, two or three things at a time, over what users did in 90 days and what their attributes
/// say: Agrawal and Srikant 1994, "Fast Algorithms for Mining Association Rules", VLDB. Larger sets are not looked for,
/// which is why there are never more than pairs and triples to count, however much goes together.
final class Habits {
    private static final Window RECENT = new Window.Last(90, Window.Unit.DAYS);
    /// What nearly everybody does says nothing.
    private static final double COMMON = 0.8;
    /// Where one nearly always comes with the other, as a kind of view with a view, that is no news.
    private static final double IMPLIED = 0.95;
    static final double LEAST_LIFT = 1.2;

    private final TraitTable table;
    private final Progress progress;
    private final int support;
    private final List<RoaringBitmap> items;
    private final List<Condition> conditions;
    private final List<Habit> found = new ArrayList<>();

    private Habits(TraitTable table, double least, Progress progress) {
        this.table = table;
        this.progress = progress;
        this.support = Math.max(2, (int) Math.ceil(least * table.size()));
        List<TraitColumn> frequent = table.columns().stream()
                .filter(Habits::tells)
                .filter(column -> isBetween(having(column).getCardinality()))
                .toList();
        items = frequent.stream().map(this::having).toList();
        conditions = frequent.stream().map(Habits::condition).toList();
    }

    /// Those of at least `least` of the users, the ones furthest above chance first.
    static List<Habit> of(TraitTable table, double least, int most, Progress progress) {
        Habits habits = new Habits(table, least, progress);
        habits.find();
        return habits.found.stream()
                .sorted(Comparator.comparingDouble(Habit::lift).reversed())
                .limit(most)
                .toList();
    }

    private boolean isBetween(int users) {
        return users >= support && users <= COMMON * table.size();
    }

    private void find() {
        for (int first = 0; first < items.size(); first++) {
            progress.report("Looking for habits", first, items.size());
            for (int second = first + 1; second < items.size(); second++) {
                progress.checkpoint();
                RoaringBitmap both = RoaringBitmap.and(items.get(first), items.get(second));
                if (both.getCardinality() >= support && isNews(both, first, second)) {
                    keep(both.getCardinality(), List.of(first, second));
                    addThirds(both, first, second);
                }
            }
        }
    }

    private void addThirds(RoaringBitmap both, int first, int second) {
        for (int third = second + 1; third < items.size(); third++) {
            int users = RoaringBitmap.andCardinality(both, items.get(third));
            if (users >= support && isNews(first, third) && isNews(second, third)) {
                keep(users, List.of(first, second, third));
            }
        }
    }

    private void keep(int users, List<Integer> set) {
        double expected = table.size();
        for (int item : set) {
            expected *= (double) items.get(item).getCardinality() / table.size();
        }
        if (users >= LEAST_LIFT * expected) {
            found.add(new Habit(new AllOf(set.stream().map(conditions::get).toList()), users, table.size(), expected));
        }
    }

    private boolean isNews(int one, int other) {
        return isNews(RoaringBitmap.and(items.get(one), items.get(other)), one, other);
    }

    private boolean isNews(RoaringBitmap both, int one, int other) {
        int fewer = Math.min(items.get(one).getCardinality(), items.get(other).getCardinality());
        return both.getCardinality() < IMPLIED * fewer;
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
}
