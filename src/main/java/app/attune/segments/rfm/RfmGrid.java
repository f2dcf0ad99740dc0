package app.attune.segments.rfm;

import app.attune.segments.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/// Buyers at a time by two of recency, frequency and money; every one of them is in one cell.
///
/// @param sale      the event type that is a sale
/// @param frequency the field of which different values are counted, such as the order; empty where events are
/// @param rows      limits of the one of the axes: days since the last sale, or the frequency
/// @param columns   limits of the other: the frequency, or the money
/// @param cells     row by row, the lowest band first
/// @param buyers    users with a sale
/// @param revenue   of all of them
public record RfmGrid(
        Instant asOf,
        String sale,
        String frequency,
        RfmAxes axes,
        Cuts rows,
        Cuts columns,
        List<Cell> cells,
        int buyers,
        double revenue) {
    public RfmGrid {
        cells = List.copyOf(cells);
    }

    /// One cell.
    ///
    /// @param revenue value of all sales of its users
    public record Cell(int row, int column, RoaringBitmap users, double revenue) {
        public int size() {
            return users.getCardinality();
        }
    }

    /// The cell of two bands.
    public Cell cell(int row, int column) {
        return cells.get(row * columns.bands() + column);
    }

    /// "R1F5".
    public String name(Cell cell) {
        return axes.rows().letter() + (cell.row() + 1) + axes.columns().letter() + (cell.column() + 1);
    }

    /// What is measured along an axis.
    Measure measure(RfmAxis axis) {
        return measure(axis, frequency);
    }

    static Measure measure(RfmAxis axis, String frequency) {
        return switch (axis) {
            case RECENCY -> new Measure.DaysSinceLast();
            case FREQUENCY -> frequency.isEmpty() ? new Measure.Count() : new Measure.CountDistinct(frequency);
            case MONEY -> new Measure.Sum("value");
        };
    }

    /// Users in any of these cells.
    public int users(Collection<Cell> chosen) {
        return chosen.stream().distinct().mapToInt(Cell::size).sum();
    }

    /// The columns that are chosen in one row.
    static Set<Integer> chosen(Collection<Cell> cells, int row) {
        Set<Integer> bands = new TreeSet<>();
        cells.stream().filter(cell -> cell.row() == row).forEach(cell -> bands.add(cell.column()));
        return bands;
    }
}
