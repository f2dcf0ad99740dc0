package app.attune.events;

import java.util.Arrays;
import java.util.Comparator;

/// The order of events by user, then time, then arrival.
///
/// Cost: one counting sort over users, then a sort of each user's events unless they already are in order.
@SuppressWarnings("ArrayRecordComponent") // Handed on to the frame once, never compared.
record EventOrder(int[] offsets, int[] rows) {
    private static final int INDEX_BITS = 23;
    private static final long MAX_SPAN = 1L << (62 - INDEX_BITS);

    /// @param users  user position of each event in order of arrival
    /// @param times  of each event
    /// @param count  number of users
    static EventOrder of(int[] users, long[] times, int count) {
        int[] offsets = new int[count + 1];
        for (int user : users) {
            offsets[user + 1]++;
        }
        for (int i = 0; i < count; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = Arrays.copyOf(offsets, count);
        int[] rows = new int[users.length];
        for (int row = 0; row < users.length; row++) {
            rows[next[users[row]]++] = row;
        }
        for (int user = 0; user < count; user++) {
            sort(rows, offsets[user], offsets[user + 1], times);
        }
        return new EventOrder(offsets, rows);
    }

    private static void sort(int[] rows, int from, int to, long[] times) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = from; i < to; i++) {
            long time = times[rows[i]];
            sorted &= time >= last;
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        if (sorted) {
            return;
        }
        if (last - first < MAX_SPAN && last >= first && to - from < 1 << INDEX_BITS) {
            sortPacked(rows, from, to, times, first);
        } else {
            sortBoxed(rows, from, to, times);
        }
    }

    private static void sortPacked(int[] rows, int from, int to, long[] times, long first) {
        long[] keys = new long[to - from];
        int[] before = Arrays.copyOfRange(rows, from, to);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (times[before[i]] - first) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            rows[from + i] = before[(int) (keys[i] & ((1 << INDEX_BITS) - 1))];
        }
    }

    private static void sortBoxed(int[] rows, int from, int to, long[] times) {
        int[] sorted = Arrays.stream(rows, from, to)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, rows, from, sorted.length);
    }
}
