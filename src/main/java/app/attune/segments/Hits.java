package app.attune.segments;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The rows of one user that are measured, ascending: a range, or rows one by one. Filled again for the next user; of
/// one thread.
final class Hits {
    private int[] rows = new int[16];
    private int first;
    private int size;
    private boolean isRange;
    private long[] room = new long[0];

    /// All rows `from` (inclusive) to `to` (exclusive).
    void set(int from, int to) {
        first = from;
        size = to - from;
        isRange = true;
    }

    void clear() {
        size = 0;
        isRange = false;
    }

    /// After [#clear()].
    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    /// Takes out the rows that do not pass, which are asked about in ascending order.
    void keep(IntPredicate passes) {
        int kept = 0;
        if (rows.length < size) {
            rows = new int[size];
        }
        for (int place = 0; place < size; place++) {
            int row = row(place);
            if (passes.test(row)) {
                rows[kept++] = row;
            }
        }
        size = kept;
        isRange = false;
    }

    /// Room for a number of each of so many rows, with whatever was left in it.
    long[] room(int wanted) {
        if (room.length < wanted) {
            room = new long[wanted + wanted / 2];
        }
        return room;
    }

    int size() {
        return size;
    }

    int row(int place) {
        return isRange ? first + place : rows[place];
    }

    int last() {
        return row(size - 1);
    }
}
