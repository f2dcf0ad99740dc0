package app.attune.segments.rfm;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/// Buyers at a time by recency and frequency; every one of them is in one cell.
///
/// @param sale      the event type that is a sale
/// @param frequency what is counted: events, or different values of a field such as the order
/// @param recency   limits in days since the last sale
/// @param times     limits of the frequency
/// @param cells     band by band of recency, the most recent first, in each by frequency, the rarest first
/// @param buyers    users with a sale
/// @param revenue   of all of them
public record RfmGrid(
        Instant asOf,
        String sale,
        String frequency,
        Cuts recency,
        Cuts times,
        List<Cell> cells,
        int buyers,
        double revenue) {
    public RfmGrid {
        cells = List.copyOf(cells);
    }

    /// One cell.
    ///
    /// @param revenue value of all sales of its users
    public record Cell(int recency, int times, RoaringBitmap users, double revenue) {
        public int size() {
            return users.getCardinality();
        }
    }

    /// The cell of two bands.
    public Cell cell(int recencyBand, int timesBand) {
        return cells.get(recencyBand * times.bands() + timesBand);
    }

    /// Users in any of these cells.
    public int users(Collection<Cell> chosen) {
        return chosen.stream().distinct().mapToInt(Cell::size).sum();
    }

    /// The bands of frequency that are chosen in one band of recency.
    static Set<Integer> chosen(Collection<Cell> cells, int recencyBand) {
        Set<Integer> bands = new TreeSet<>();
        cells.stream().filter(cell -> cell.recency() == recencyBand).forEach(cell -> bands.add(cell.times()));
        return bands;
    }
}
