package app.attune.recommend.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much of the differences between trials goes along with each setting on its own.
///
/// For each setting the trials are parted: by word, or into three groups of equal size by value, equal values together.
/// Its importance is the adjusted share of the variance of the ranks of the scores that lies between the groups, eta
/// squared = (H - k + 1) / (n - k) with the Kruskal-Wallis statistic H, k groups and n trials, and 0 where that is
/// negative. Ranks make it robust against a few terrible trials, groups let the best lie in the middle. Range [0, 1];
/// importances do not sum to 1, and what settings do only together is in none of them. TPE tries good settings more
/// often, so this describes the trials that were run: an association.
/// Source: Kruskal and Wallis, "Use of Ranks in One-Criterion Variance Analysis", JASA 47(260), 1952; Tomczak and
/// Tomczak, "The need to report effect size estimates revisited", Trends in Sport Sciences 1(21), 2014. Hutter, Hoos,
/// Leyton-Brown, "An Efficient Approach for Assessing Hyperparameter Importance", ICML 2014 (fANOVA) is the same
/// question answered with a forest.
///
/// @param setting by name
/// @param share   from 0 to 1
/// @param trials  it rests on
public record Importance(String setting, double share, int trials) {
    /// With fewer trials on one budget nothing is said.
    public static final int LEAST_TRIALS = 20;

    private static final int GROUPS = 3;

    /// The most important first; empty with fewer than [#LEAST_TRIALS] trials with a score. Of trials on several shares
    /// of the users those on the most frequent share count, the larger one among equals.
    public static List<Importance> of(Search search) {
        List<Trial> trials = onOneBudget(search);
        if (trials.size() < LEAST_TRIALS) {
            return List.of();
        }
        double[] ranks = ranks(trials.stream().mapToDouble(Trial::estimate).toArray());
        List<Importance> all = new ArrayList<>();
        for (Axis axis : search.request().plan().space().axes()) {
            List<String> values = trials.stream()
                    .map(trial -> SearchSpace.value(trial.options(), axis))
                    .toList();
            all.add(new Importance(axis.name(), etaSquared(ranks, groups(axis, values)), trials.size()));
        }
        all.sort(Comparator.comparingDouble(Importance::share).reversed());
        return List.copyOf(all);
    }

    private static List<Trial> onOneBudget(Search search) {
        Map<Double, List<Trial>> byShare = new HashMap<>();
        search.trials().stream()
                .filter(trial -> trial.score().isPresent())
                .forEach(trial -> byShare.computeIfAbsent(trial.share(), share -> new ArrayList<>())
                        .add(trial));
        Optional<Map.Entry<Double, List<Trial>>> most = byShare.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Double, List<Trial>> entry) ->
                                entry.getValue().size())
                        .thenComparingDouble(Map.Entry::getKey));
        return most.map(Map.Entry::getValue).orElse(List.of());
    }

    /// For each trial its group, from 0; equal values are in one.
    private static int[] groups(Axis axis, List<String> values) {
        return switch (axis) {
            case Axis.Words words ->
                values.stream()
                        .mapToInt(value -> words.setting().words().indexOf(value))
                        .toArray();
            case Axis.Range ignored ->
                Arrays.stream(ranks(
                                values.stream().mapToDouble(Double::parseDouble).toArray()))
                        .mapToInt(rank -> (int) Math.min(GROUPS - 1, (rank - 0.5) * GROUPS / values.size()))
                        .toArray();
        };
    }

    /// From 1 for the smallest; equal values share the mean of their ranks.
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = 0;
            while (sorted[from] < values[i]) {
                from++;
            }
            int to = from;
            while (to < sorted.length && sorted[to] == values[i]) {
                to++;
            }
            ranks[i] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    private static double etaSquared(double[] ranks, int[] groups) {
        int n = ranks.length;
        double[] sums = new double[Arrays.stream(groups).max().orElse(0) + 1];
        int[] sizes = new int[sums.length];
        double mean = (n + 1) / 2.0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            sums[groups[i]] += ranks[i] - mean;
            sizes[groups[i]]++;
            total += (ranks[i] - mean) * (ranks[i] - mean);
        }
        double between = 0;
        int k = 0;
        for (int group = 0; group < sums.length; group++) {
            if (sizes[group] > 0) {
                between += sums[group] * sums[group] / sizes[group];
                k++;
            }
        }
        double h = total == 0 ? 0 : (n - 1) * between / total;
        return k < 2 || n <= k ? 0 : Math.clamp((h - k + 1) / (n - k), 0, 1);
    }
}
