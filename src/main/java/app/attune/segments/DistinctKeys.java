package app.attune.segments;

import java.util.Arrays;

/// Counts different keys of one user: an array that is sorted once at the end, since users have few events.
final class DistinctKeys {
    /// The key of a missing value, which is not counted. No other value has it: -0.0 is folded into 0.0 before.
    static final long MISSING = Long.MIN_VALUE;

    private long[] keys = new long[8];
    private int size;

    void add(long key) {
        if (key == MISSING) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }

    int count() {
        Arrays.sort(keys, 0, size);
        int different = size == 0 ? 0 : 1;
        for (int i = 1; i < size; i++) {
            if (keys[i] != keys[i - 1]) {
                different++;
            }
        }
        return different;
    }
}
