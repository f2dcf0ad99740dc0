package app.attune.segments.discover;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// A trait with its value for each user that is learned from; NaN where it is missing. A missing text is not any of the
/// values, which is 0.
final class TraitColumn {
    /// Above every value, dates in milliseconds included.
    private static final double MISSING = 1e18;

    private final Trait trait;
    private final double[] values;
    private final double[] sorted;
    private final boolean hasMissing;
    private final int known;
    private final int[] order;

    TraitColumn(Trait trait, double[] found) {
        this.trait = trait;
        this.hasMissing = Arrays.stream(found).anyMatch(Double::isNaN);
        this.values = trait instanceof Trait.TextValue ? without(found, 0) : found;
        this.sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        this.known = (int)
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        this.order = ordered();
    }

    /// By counting how many rows have each value.
    private int[] ordered() {
        int[] starts = new int[sorted.length + 2];
        int[] ranks = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            ranks[row] = Double.isNaN(values[row]) ? sorted.length : firstAbove(values[row]) - 1;
            starts[ranks[row] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] rows = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            rows[starts[ranks[row]]++] = row;
        }
        return rows;
    }

    /// Of so many rows of it, in their order.
    TraitColumn drawn(int[] rows) {
        return new TraitColumn(
                trait, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }

    Trait trait() {
        return trait;
    }

    double value(int row) {
        return values[row];
    }

    /// The rows by value, those without at the end.
    int[] order() {
        return order;
    }

    /// How many rows have a value.
    int known() {
        return known;
    }

    /// Whether it tells anybody from anybody else.
    boolean differs() {
        return sorted.length > 1 || (sorted.length == 1 && hasMissing && !(trait instanceof Trait.TextValue));
    }

    boolean hasMissing() {
        return hasMissing;
    }

    double min() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    double max() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }

    /// The greatest value that is not above `limit`.
    double floor(double limit) {
        return sorted[firstAbove(limit) - 1];
    }

    /// The least value above `limit`.
    double higher(double limit) {
        return sorted[firstAbove(limit)];
    }

    /// The greatest value that passes a test which all values up to some one pass.
    double last(DoublePredicate test) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (test.test(sorted[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted[low - 1];
    }

    private int firstAbove(double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// For trees, which cannot do without a number: missing values are above all.
    double[] forTrees() {
        return without(values, MISSING);
    }

    private static double[] without(double[] values, double instead) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? instead : value)
                .toArray();
    }
}
