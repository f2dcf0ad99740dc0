package app.attune.recommend;

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
