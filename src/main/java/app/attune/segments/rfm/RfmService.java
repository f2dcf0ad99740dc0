package app.attune.segments.rfm;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Comparison;
import app.attune.segments.ConditionCounts;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.MeasuredUsers;
import app.attune.segments.OrderIds;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import app.attune.segments.compare.Sales;
import app.attune.segments.rfm.RfmGrid.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/// Puts buyers into a grid of two of recency, frequency and money. Thread-safe; the users of a cell are those that
/// [RfmCondition]
/// means.
public final class RfmService {
    private final SegmentService segments;

    public RfmService(SegmentService segments) {
        this.segments = segments;
    }

    /// What to cut by and where; no limits given are fifths of the buyers.
    public record Wish(RfmAxes axes, Optional<Cuts> rows, Optional<Cuts> columns) {
        /// Fifths of recency and frequency.
        public static final Wish FIFTHS = fifths(RfmAxes.RECENCY_FREQUENCY);

        /// Fifths of both.
        public static Wish fifths(RfmAxes axes) {
            return new Wish(axes, Optional.empty(), Optional.empty());
        }
    }

    /// @throws ProblemException `segments.no-sales`
    public RfmGrid grid(Wish wish, Instant asOf, Progress progress) {
        Population people = segments.population(progress);
        String sale = Sales.required(people.events());
        String frequency = OrderIds.in(people.events()).orElse("");
        ConditionCounts.At at = new ConditionCounts.At(people, asOf);
        progress.report("Measuring buyers", 0, 2);
        int[] users = segments.audience(measured(sale, new Measure.DaysSinceLast()), people, asOf, progress)
                .members()
                .toArray();
        Function<RfmAxis, double[]> along =
                axis -> MeasuredUsers.of(measured(sale, RfmGrid.measure(axis, frequency)), at, users, progress);
        double[] rows = along.apply(wish.axes().rows());
        double[] columns = along.apply(wish.axes().columns());
        progress.report("Measuring buyers", 1, 2);
        double[] revenue = along.apply(RfmAxis.MONEY);
        return new Buyers(users, rows, columns, revenue).grid(asOf, sale, frequency, wish);
    }

    /// Passed by whoever has the measure.
    static EventCondition measured(String sale, Measure measure) {
        return new EventCondition(
                List.of(sale), List.of(), measure, new Window.AllTime(), Comparison.IS_PRESENT, List.of());
    }

    /// What is measured of each buyer.
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Buyers(int[] users, double[] rows, double[] columns, double[] revenue) {
        RfmGrid grid(Instant asOf, String sale, String frequency, Wish wish) {
            Cuts rowCuts = wish.rows().orElseGet(() -> Cuts.quintiles(rows));
            Cuts columnCuts = wish.columns().orElseGet(() -> Cuts.quintiles(columns));
            int bands = columnCuts.bands();
            List<RoaringBitmap> members = new ArrayList<>();
            double[] sums = new double[rowCuts.bands() * bands];
            for (int i = 0; i < sums.length; i++) {
                members.add(new RoaringBitmap());
            }
            for (int i = 0; i < users.length; i++) {
                int cell = rowCuts.band(rows[i]) * bands + columnCuts.band(columns[i]);
                members.get(cell).add(users[i]);
                sums[cell] += revenue[i];
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                cells.add(new Cell(i / bands, i % bands, members.get(i), sums[i]));
            }
            double all = Arrays.stream(revenue).sum();
            return new RfmGrid(asOf, sale, frequency, wish.axes(), rowCuts, columnCuts, cells, users.length, all);
        }
    }
}
