package app.attune.events;

import app.attune.core.Progress;

/// A stable merge sort of row positions by a key each, which can be cancelled while it runs.
final class RowSort {
    private static final int CHECK_EVERY = 1 << 16;

    private RowSort() {}

    /// The rows in ascending order of their keys, equal keys as they stood. Both arrays are used up. Cost O(n log n).
    static int[] ascending(long[] keys, int[] rows, Progress progress) {
        Sides from = new Sides(keys, rows);
        Sides to = new Sides(new long[keys.length], new int[rows.length]);
        for (long width = 1; width < rows.length; width *= 2) {
            pass(from, to, width, progress);
            Sides swapped = from;
            from = to;
            to = swapped;
        }
        return from.rows();
    }

    @SuppressWarnings("ArrayRecordComponent") // A pair of arrays that move together, never compared.
    private record Sides(long[] keys, int[] rows) {}

    private static void pass(Sides from, Sides to, long width, Progress progress) {
        int n = from.rows().length;
        int merged = 0;
        for (long start = 0; start < n; start += 2 * width) {
            int middle = (int) Math.min(start + width, n);
            int end = (int) Math.min(start + 2 * width, n);
            merge(from, to, new Run((int) start, middle, end), progress);
            merged += end - (int) start;
            if (merged >= CHECK_EVERY) {
                progress.checkpoint();
                merged = 0;
            }
        }
    }

    /// Two neighbouring sorted runs: start to middle, middle to end.
    private record Run(int start, int middle, int end) {}

    private static void merge(Sides from, Sides to, Run run, Progress progress) {
        int left = run.start();
        int right = run.middle();
        for (int place = run.start(); place < run.end(); place++) {
            boolean takeLeft = left < run.middle() && (right >= run.end() || from.keys()[left] <= from.keys()[right]);
            int taken = takeLeft ? left++ : right++;
            to.keys()[place] = from.keys()[taken];
            to.rows()[place] = from.rows()[taken];
            if ((place & (CHECK_EVERY - 1)) == 0) {
                progress.checkpoint();
            }
        }
    }
}
