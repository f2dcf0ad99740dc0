package app.attune.events;

import java.util.Arrays;

/// A set of 128-bit ids, each with its position in order of arrival and one number of payload. Open addressing with
/// linear probing, at most half full: about 56 bytes an id.
final class IdTable {
    private long[] lows = new long[1 << 12];
    private long[] highs = new long[1 << 12];
    private int[] positions = new int[1 << 12];
    private long[] payloads = new long[1 << 11];
    private int size;

    int size() {
        return size;
    }

    /// The position of the id if it is known, else `-1 - position` after adding it with `payload`.
    int add(long low, long high, long payload) {
        int slot = slot(low, high);
        if (positions[slot] != 0) {
            return positions[slot] - 1;
        }
        lows[slot] = low;
        highs[slot] = high;
        if (size == payloads.length) {
            payloads = Arrays.copyOf(payloads, size * 2);
        }
        payloads[size] = payload;
        size++;
        positions[slot] = size;
        int added = -size;
        if (size * 2 > positions.length) {
            grow();
        }
        return added;
    }

    long payload(int position) {
        return payloads[position];
    }

    void setPayload(int position, long payload) {
        payloads[position] = payload;
    }

    private int slot(long low, long high) {
        int mask = positions.length - 1;
        int slot = (int) (low ^ low >>> 32) & mask;
        while (positions[slot] != 0 && (lows[slot] != low || highs[slot] != high)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldLows = lows;
        long[] oldHighs = highs;
        int[] oldPositions = positions;
        lows = new long[oldLows.length * 2];
        highs = new long[oldLows.length * 2];
        positions = new int[oldLows.length * 2];
        for (int i = 0; i < oldPositions.length; i++) {
            if (oldPositions[i] != 0) {
                int slot = slot(oldLows[i], oldHighs[i]);
                lows[slot] = oldLows[i];
                highs[slot] = oldHighs[i];
                positions[slot] = oldPositions[i];
            }
        }
    }
}
