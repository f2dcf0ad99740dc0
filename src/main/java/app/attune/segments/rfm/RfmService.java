package app.attune.segments.rfm;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Comparison;
import app.attune.segments.ConditionCounts;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.MeasuredUsers;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import app.attune.segments.compare.Sales;
import app.attune.segments.rfm.RfmGrid.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Puts buyers into a grid of recency and frequency. Thread-safe; the users of a cell are those that [RfmCondition]
/// means.
public final class RfmService {
    private final SegmentService segments;

    public RfmService(SegmentService segments) {
        this.segments = segments;
    }

    /// Where to cut; empty for fifths of the buyers.
    public record Wish(Optional<Cuts> recency, Optional<Cuts> times) {
        /// Fifths of both.
        public static final Wish FIFTHS = new Wish(Optional.empty(), Optional.empty());
    }

    /// @throws ProblemException `segments.no-sales`
    public RfmGrid grid(Wish wish, Instant asOf, Progress progress) {
        Population people = segments.population(progress);
        String sale = Sales.required(people.events());
        Measure frequency = Sales.orderIds(people.events())
                .<Measure>map(Measure.CountDistinct::new)
                .orElse(new Measure.Count());
        ConditionCounts.At at = new ConditionCounts.At(people, asOf);
        progress.report("Measuring buyers", 0, 2);
        int[] users = segments.audience(measured(sale, new Measure.DaysSinceLast()), asOf, progress)
                .members()
                .toArray();
        double[] days = MeasuredUsers.of(measured(sale, new Measure.DaysSinceLast()), at, users, progress);
        double[] times = MeasuredUsers.of(measured(sale, frequency), at, users, progress);
        progress.report("Measuring buyers", 1, 2);
        double[] revenue = MeasuredUsers.of(measured(sale, new Measure.Sum("value")), at, users, progress);
        Buyers buyers = new Buyers(users, days, times, revenue);
        return buyers.grid(asOf, sale, word(frequency), wish);
    }

    private static String word(Measure frequency) {
        return frequency instanceof Measure.CountDistinct distinct ? distinct.field() : "";
    }

    /// Passed by whoever has the measure.
    static EventCondition measured(String sale, Measure measure) {
        return new EventCondition(
                List.of(sale), List.of(), measure, new Window.AllTime(), Comparison.IS_PRESENT, List.of());
    }

    /// What is measured of each buyer.
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Buyers(int[] users, double[] days, double[] times, double[] revenue) {
        RfmGrid grid(Instant asOf, String sale, String frequency, Wish wish) {
            Cuts recency = wish.recency().orElseGet(() -> Cuts.quintiles(days));
            Cuts often = wish.times().orElseGet(() -> Cuts.quintiles(times));
            List<RoaringBitmap> members = new ArrayList<>();
            double[] sums = new double[recency.bands() * often.bands()];
            for (int i = 0; i < sums.length; i++) {
                members.add(new RoaringBitmap());
            }
            for (int i = 0; i < users.length; i++) {
                int cell = recency.band(days[i]) * often.bands() + often.band(times[i]);
                members.get(cell).add(users[i]);
                sums[cell] += revenue[i];
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                cells.add(new Cell(i / often.bands(), i % often.bands(), members.get(i), sums[i]));
            }
            double all = Arrays.stream(revenue).sum();
            return new RfmGrid(asOf, sale, frequency, recency, often, cells, users.length, all);
        }
    }
}
