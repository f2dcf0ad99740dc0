package app.attune.segments.compare;

import app.attune.core.Progress;
import app.attune.core.WholeMillis;
import app.attune.events.EventFrame;
import app.attune.segments.compare.KeyFigures.Figure;
import app.attune.segments.compare.KeyFigures.Measure;
import app.attune.segments.compare.KeyFigures.Row;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import app.attune.stats.Proportions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// Measures users over the days before a time.
final class KeyFigureCount {
    private static final double LEVEL = 0.95;
    private static final int REPLICATES = 1_000;
    private static final int FEWEST_REPLICATES = 200;
    private static final int USERS_BETWEEN_CHECKPOINTS = 1_024;

    /// Of many users fewer resamples say the same, and the work stays bounded.
    private static final long MOST_DRAWS = 30_000_000;

    private final EventFrame frame;
    private final long from;
    private final long to;
    private final Set<Integer> sales;

    KeyFigureCount(EventFrame frame, Instant asOf, int days) {
        this.frame = frame;
        this.to = WholeMillis.atOrAfter(asOf);
        this.from = to - Duration.ofDays(days).toMillis();
        this.sales = new HashSet<>(Sales.in(frame.types()));
    }

    List<String> sales() {
        return sales.stream().map(frame.types()::text).sorted().toList();
    }

    Row of(String name, RoaringBitmap members, Progress progress) {
        int[] users = members.toArray();
        if (users.length < SegmentProfile.FEWEST) {
            return new Row(name, users.length, List.of());
        }
        Amounts amounts = amounts(users, progress);
        List<Interval> means =
                Bootstrap.means(List.of(amounts.revenue(), amounts.events()), options(users.length), progress);
        List<Figure> figures = new ArrayList<>();
        if (!sales.isEmpty()) {
            Proportions.Share bought = new Proportions.Share(amounts.buyers(), users.length);
            figures.add(new Figure(Measure.CONVERSION, Proportions.wilson(bought, LEVEL)));
            figures.add(new Figure(Measure.REVENUE, means.getFirst()));
        }
        figures.add(new Figure(Measure.EVENTS, means.getLast()));
        return new Row(name, users.length, figures);
    }

    /// Of each user.
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Amounts(double[] revenue, double[] events, int buyers) {}

    private Amounts amounts(int[] users, Progress progress) {
        double[] revenue = new double[users.length];
        double[] events = new double[users.length];
        int buyers = 0;
        for (int i = 0; i < users.length; i++) {
            if (i % USERS_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            int first = frame.to(users[i], from);
            int end = frame.to(users[i], to);
            events[i] = end - first;
            boolean bought = false;
            for (int row = first; row < end; row++) {
                if (sales.contains(frame.type(row))) {
                    bought = true;
                    revenue[i] += Double.isNaN(frame.value(row)) ? 0 : frame.value(row);
                }
            }
            buyers += bought ? 1 : 0;
        }
        return new Amounts(revenue, events, buyers);
    }

    private static BootstrapOptions options(int users) {
        long replicates = Math.clamp(MOST_DRAWS / users, FEWEST_REPLICATES, REPLICATES);
        return new BootstrapOptions((int) replicates, LEVEL, 1);
    }
}
