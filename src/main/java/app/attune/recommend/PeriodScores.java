package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import app.attune.stats.Quantiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What users got in several periods. Users are resampled whole, with all their periods, since what one user got in
/// two periods is not independent.
///
/// Source: Davison and Hinkley, "Bootstrap Methods and their Application", Cambridge, 1997, section 3.8 (resampling
/// whole clusters); percentile intervals, quantiles as in [app.attune.stats.Bootstrap].
final class PeriodScores {
    private final int periods;
    private final int[] offsets;
    private final int[] periodOf;
    private final double[] values;

    /// Of one row of a comparison, by test user.
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record OfRow(double[] ndcg10, double[] recall10, double[] hit10) {}

    /// What the users of one period got; a user appears once.
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Period(int number, int[] users, double[] values) {}

    /// What is worked out from the sums and the numbers of values by period.
    @FunctionalInterface
    interface Statistic {
        double of(double[] sums, double[] counts);
    }

    /// @param periods how many there are; numbers of periods are below it
    PeriodScores(int periods, List<Period> parts) {
        this.periods = periods;
        Map<Integer, Integer> places = new HashMap<>();
        parts.forEach(part -> Arrays.stream(part.users()).forEach(user -> places.putIfAbsent(user, places.size())));
        offsets = new int[places.size() + 1];
        parts.forEach(part -> Arrays.stream(part.users()).forEach(user -> offsets[place(places, user) + 1]++));
        Arrays.parallelPrefix(offsets, Integer::sum);
        periodOf = new int[offsets[places.size()]];
        values = new double[periodOf.length];
        int[] next = offsets.clone();
        for (Period part : parts) {
            for (int i = 0; i < part.users().length; i++) {
                int at = next[place(places, part.users()[i])]++;
                periodOf[at] = part.number();
                values[at] = part.values()[i];
            }
        }
    }

    private static int place(Map<Integer, Integer> places, int user) {
        return places.getOrDefault(user, 0);
    }

    /// Distinct users.
    int users() {
        return offsets.length - 1;
    }

    /// Of all values alike: a period weighs as much as it has test users.
    Interval mean(BootstrapOptions options, Progress progress) {
        return of(
                (sums, counts) -> Arrays.stream(sums).sum()
                        / Math.max(1, Arrays.stream(counts).sum()),
                options,
                progress);
    }

    /// How much the mean changes from one period to the next: the slope of a line through the means of the periods, by
    /// least squares, a period weighing as much as it has test users.
    Interval slope(BootstrapOptions options, Progress progress) {
        return of(PeriodScores::slope, options, progress);
    }

    private static double slope(double[] sums, double[] counts) {
        double n = 0;
        double xs = 0;
        double ys = 0;
        for (int p = 0; p < sums.length; p++) {
            n += counts[p];
            xs += counts[p] * p;
            ys += sums[p];
        }
        double xy = 0;
        double xx = 0;
        for (int p = 0; p < sums.length; p++) {
            double x = p - xs / n;
            xy += x * (sums[p] - counts[p] * ys / n);
            xx += counts[p] * x * x;
        }
        return xx > 0 ? xy / xx : 0;
    }

    private Interval of(Statistic statistic, BootstrapOptions options, Progress progress) {
        SplittableRandom random = Seeds.stream(options.seed(), "periods");
        double[] replicates = new double[options.replicates()];
        double[] sums = new double[periods];
        double[] counts = new double[periods];
        for (int r = 0; r < replicates.length; r++) {
            progress.checkpoint();
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            for (int i = 0; i < users(); i++) {
                add(random.nextInt(users()), sums, counts);
            }
            replicates[r] = statistic.of(sums, counts);
        }
        Arrays.sort(replicates);
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int user = 0; user < users(); user++) {
            add(user, sums, counts);
        }
        double tail = (1 - options.level()) / 2;
        return new Interval(
                statistic.of(sums, counts),
                Quantiles.ofSorted(replicates, tail),
                Quantiles.ofSorted(replicates, 1 - tail),
                users());
    }

    private void add(int user, double[] sums, double[] counts) {
        for (int at = offsets[user]; at < offsets[user + 1]; at++) {
            sums[periodOf[at]] += values[at];
            counts[periodOf[at]]++;
        }
    }
}
