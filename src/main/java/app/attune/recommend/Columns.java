package app.attune.recommend;

import java.util.Arrays;

/// Interactions by items: the users of each in the order of the rows, and their weights.
final class Columns implements SparseRows {
    private final int[] offsets;
    private final int[] rows;
    private final double[] weights;

    Columns(Interactions data) {
        offsets = new int[data.items() + 1];
        int[] users = data.usersByItem();
        for (int item = 0; item < users.length; item++) {
            offsets[item + 1] = offsets[item] + users[item];
        }
        rows = new int[data.pairs()];
        weights = new double[data.pairs()];
        int[] next = Arrays.copyOf(offsets, data.items());
        for (int row = 0; row < data.users(); row++) {
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                int place = next[data.item(cell)]++;
                rows[place] = row;
                weights[place] = data.weight(cell);
            }
        }
    }

    @Override
    public int rows() {
        return offsets.length - 1;
    }

    @Override
    public int from(int item) {
        return offsets[item];
    }

    @Override
    public int to(int item) {
        return offsets[item + 1];
    }

    @Override
    public int other(int at) {
        return rows[at];
    }

    @Override
    public double weight(int at) {
        return weights[at];
    }

    /// Euclidean length per item.
    double[] norms() {
        double[] norms = new double[offsets.length - 1];
        for (int item = 0; item < norms.length; item++) {
            for (int at = offsets[item]; at < offsets[item + 1]; at++) {
                norms[item] += weights[at] * weights[at];
            }
            norms[item] = Math.sqrt(norms[item]);
        }
        return norms;
    }
}
