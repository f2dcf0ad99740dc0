package app.attune.recommend;

import app.attune.core.Require;
import java.util.Arrays;

/// Pairs of two sides in compressed rows: row r has the range `offsets[r]` to `offsets[r + 1]`, others ascending.
@SuppressWarnings("ArrayRecordComponent") // Private tables, never compared.
record SparseTable(int[] offsets, int[] others, double[] weights) implements SparseRows {
    @Override
    public int rows() {
        return offsets.length - 1;
    }

    @Override
    public int from(int row) {
        return offsets[row];
    }

    @Override
    public int to(int row) {
        return offsets[row + 1];
    }

    @Override
    public int other(int at) {
        return others[at];
    }

    @Override
    public double weight(int at) {
        return weights[at];
    }

    /// What a row has at another side, 0 if nothing.
    double find(int row, int other) {
        int at = Arrays.binarySearch(others, offsets[row], offsets[row + 1], other);
        return at < 0 ? 0 : weights[at];
    }

    /// @throws IllegalArgumentException unless offsets ascend to the pairs and others are below `columns`
    void require(int columns) {
        Require.that(offsets.length > 0 && offsets[0] == 0, "Offsets start at 0");
        for (int row = 1; row < offsets.length; row++) {
            Require.that(offsets[row] >= offsets[row - 1], "Offsets ascend");
        }
        Require.that(offsets[offsets.length - 1] == others.length, "The last offset is the number of pairs");
        Require.that(weights.length == others.length, "One weight per pair");
        for (int other : others) {
            Require.that(other >= 0 && other < columns, "Pairs are of items of the model");
        }
    }

    /// Euclidean length per row.
    double[] norms() {
        double[] norms = new double[rows()];
        for (int row = 0; row < norms.length; row++) {
            for (int at = offsets[row]; at < offsets[row + 1]; at++) {
                norms[row] += weights[at] * weights[at];
            }
            norms[row] = Math.sqrt(norms[row]);
        }
        return norms;
    }

    /// The same pairs by the other side, of which there are `columns`.
    SparseTable turned(int columns) {
        int[] starts = new int[columns + 1];
        for (int other : others) {
            starts[other + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            starts[column + 1] += starts[column];
        }
        int[] next = starts.clone();
        int[] rows = new int[others.length];
        double[] values = new double[others.length];
        for (int row = 0; row < rows(); row++) {
            for (int at = offsets[row]; at < offsets[row + 1]; at++) {
                int place = next[others[at]]++;
                rows[place] = row;
                values[place] = weights[at];
            }
        }
        return new SparseTable(starts, rows, values);
    }
}
