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
/// who have such values then. Ranks would move their limits with everybody else. Whoever never bought has no recency,
/// but a frequency and money of 0: that somebody has bought is a row of its own where none is about recency.
public final class RfmCondition {
    private final RfmGrid grid;

    private RfmCondition(RfmGrid grid) {
        this.grid = grid;
    }

    /// The fewest rectangles that can be told row by row; nobody for no cells.
    public static Condition of(RfmGrid grid, Collection<Cell> cells) {
        RfmCondition condition = new RfmCondition(grid);
        List<Condition> parts = new ArrayList<>();
        int bands = grid.rows().bands();
        for (int first = 0; first < bands; ) {
            Set<Integer> columns = RfmGrid.chosen(cells, first);
            int last = first;
            while (last + 1 < bands && RfmGrid.chosen(cells, last + 1).equals(columns)) {
                last++;
            }
            condition.rectangles(first, last, new TreeSet<>(columns)).forEach(parts::add);
            first = last + 1;
        }
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
    }

    private List<Condition> rectangles(int first, int last, NavigableSet<Integer> columns) {
        List<Condition> parts = new ArrayList<>();
        while (!columns.isEmpty()) {
            int low = columns.removeFirst();
            int high = low;
            while (!columns.isEmpty() && columns.first() == high + 1) {
                high = columns.removeFirst();
            }
            List<Condition> rows = new ArrayList<>(rows(grid.measure(grid.axes().rows()), grid.rows(), first, last));
            if (grid.axes().rows() != RfmAxis.RECENCY || rows.isEmpty()) {
                rows.addFirst(RfmService.measured(grid.sale(), new Measure.DaysSinceLast()));
            }
            rows.addAll(rows(grid.measure(grid.axes().columns()), grid.columns(), low, high));
            parts.add(new AllOf(rows));
        }
        return parts;
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
