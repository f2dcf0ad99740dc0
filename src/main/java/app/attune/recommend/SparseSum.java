package app.attune.recommend;

import java.util.Arrays;

/// A row of sums over all items of which most stay 0.
final class SparseSum {
    private final double[] sums;
    private final int[] touched;
    private int size;

    SparseSum(int n) {
        sums = new double[n];
        touched = new int[n];
    }

    /// @param amount above 0
    void add(int at, double amount) {
        if (sums[at] == 0) {
            touched[size++] = at;
        }
        sums[at] += amount;
    }

    /// Receives what is not 0.
    @FunctionalInterface
    interface Sink {
        void accept(int at, double sum);
    }

    /// Gives every sum once, in no special order, and starts again at 0.
    void drain(Sink sink) {
        for (int i = 0; i < size; i++) {
            int at = touched[i];
            double sum = sums[at];
            sums[at] = 0;
            sink.accept(at, sum);
        }
        size = 0;
    }

    /// The same, ascending.
    void drainInOrder(Sink sink) {
        Arrays.sort(touched, 0, size);
        drain(sink);
    }
}
