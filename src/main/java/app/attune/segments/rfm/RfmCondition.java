package app.attune.segments.rfm;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Measure;
import app.attune.segments.rfm.RfmGrid.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// A condition that means the users of chosen cells, by value: at the time of the grid exactly these, and later those
/// who have such values then. Ranks would move their limits with everybody else.
public final class RfmCondition {
    private final RfmGrid grid;

    private RfmCondition(RfmGrid grid) {
        this.grid = grid;
    }

    /// The fewest rectangles that can be told row by row; nobody for no cells.
    public static Condition of(RfmGrid grid, Collection<Cell> cells) {
        RfmCondition condition = new RfmCondition(grid);
        List<Condition> parts = new ArrayList<>();
        int bands = grid.recency().bands();
        for (int first = 0; first < bands; ) {
            Set<Integer> times = RfmGrid.chosen(cells, first);
            int last = first;
            while (last + 1 < bands && RfmGrid.chosen(cells, last + 1).equals(times)) {
                last++;
            }
            condition.rectangles(first, last, new TreeSet<>(times)).forEach(parts::add);
            first = last + 1;
        }
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
    }

    private List<Condition> rectangles(int first, int last, NavigableSet<Integer> times) {
        List<Condition> parts = new ArrayList<>();
        while (!times.isEmpty()) {
            int low = times.removeFirst();
            int high = low;
            while (!times.isEmpty() && times.first() == high + 1) {
                high = times.removeFirst();
            }
            List<Condition> rows = new ArrayList<>(rows(new Measure.DaysSinceLast(), grid.recency(), first, last));
            if (rows.isEmpty()) {
                rows.add(RfmService.measured(grid.sale(), new Measure.DaysSinceLast()));
            }
            rows.addAll(rows(frequency(), grid.times(), low, high));
            parts.add(new AllOf(rows));
        }
        return parts;
    }

    private Measure frequency() {
        return grid.frequency().isEmpty() ? new Measure.Count() : new Measure.CountDistinct(grid.frequency());
    }

    /// Above the lower limit, and up to the upper one.
    private List<Condition> rows(Measure measure, Cuts cuts, int first, int last) {
        List<Condition> rows = new ArrayList<>();
        if (first > 0) {
            rows.add(row(measure, Comparison.MORE_THAN, cuts.limits().get(first - 1)));
        }
        if (last < cuts.limits().size()) {
            rows.add(row(measure, Comparison.AT_MOST, cuts.limits().get(last)));
        }
        return rows;
    }

    private Condition row(Measure measure, Comparison comparison, double limit) {
        return RfmService.measured(grid.sale(), measure).with(comparison, List.of(Cuts.plain(limit)));
    }
}
