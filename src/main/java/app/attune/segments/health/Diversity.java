package app.attune.segments.health;

import java.util.Arrays;

/// How evenly events are spread over items.
///
/// @param effective as many equally frequent items would have the same Shannon entropy: `exp(-sum p ln p)`; 0 without
///                  events. Source: Hill 1973, "Diversity and Evenness", Ecology 54(2), N1
/// @param gini      of the counts of all items that anybody has events with: 0 all alike, near 1 all events with one.
///                  Source: Gini 1912, by `sum (2i - n - 1) x_i / (n sum x)` over ascending counts
record Diversity(double effective, double gini) {
    /// @param counts events by item, of whichever items there are
    static Diversity of(long[] counts) {
        long[] ascending = counts.clone();
        Arrays.sort(ascending);
        double all = Arrays.stream(ascending).sum();
        double entropy = 0;
        double weighted = 0;
        int n = ascending.length;
        for (int i = 0; i < n && all > 0; i++) {
            double part = ascending[i] / all;
            entropy -= part > 0 ? part * Math.log(part) : 0;
            weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
        }
        return all == 0 ? new Diversity(0, 0) : new Diversity(Math.exp(entropy), weighted / (n * all));
    }
}
