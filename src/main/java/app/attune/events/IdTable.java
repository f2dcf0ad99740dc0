package app.attune.events;

import java.util.ArrayList;
import java.util.List;

/// A set of 128-bit ids, each with its position in order of arrival and one number of payload. Open addressing with
/// linear probing, at most three quarters full; a slot holds a position beside half of the id's hash, so that an id
/// that is new touches one place of the table: 35 to 46 bytes an id.
final class IdTable {
    private static final int PAGE_BITS = 15;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int WORDS = 3;
    private static final long POSITION = 0xFFFFFFFFL;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// Low, high and payload of each id, in order of arrival.
    private final List<long[]> pages = new ArrayList<>();

    private long[] slots = new long[1 << 12];
    private int size;

    int size() {
        return size;
    }

    /// The position of the id if it is known, else `-1 - position` after adding it with `payload`.
    int add(long low, long high, long payload) {
        long hash = hash(low, high);
        long mark = hash & ~POSITION;
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            int position = (int) found - 1;
            if ((found & ~POSITION) == mark && isAt(position, low, high)) {
                return position;
            }
            slot = (slot + 1) & mask;
        }
        append(low, high, payload);
        slots[slot] = mark | size;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return -size;
    }

    long payload(int position) {
        return pages.get(position >>> PAGE_BITS)[(position & (PAGE - 1)) * WORDS + 2];
    }

    void setPayload(int position, long payload) {
        pages.get(position >>> PAGE_BITS)[(position & (PAGE - 1)) * WORDS + 2] = payload;
    }

    private boolean isAt(int position, long low, long high) {
        long[] page = pages.get(position >>> PAGE_BITS);
        int at = (position & (PAGE - 1)) * WORDS;
        return page[at] == low && page[at + 1] == high;
    }

    private void append(long low, long high, long payload) {
        int within = size & (PAGE - 1);
        if (within == 0) {
            pages.add(new long[PAGE * WORDS]);
        }
        long[] page = pages.getLast();
        int at = within * WORDS;
        page[at] = low;
        page[at + 1] = high;
        page[at + 2] = payload;
        size++;
    }

    private void grow() {
        int length = slots.length * 2;
        slots = new long[0];
        slots = new long[length];
        int mask = length - 1;
        for (int position = 0; position < size; position++) {
            long[] page = pages.get(position >>> PAGE_BITS);
            int at = (position & (PAGE - 1)) * WORDS;
            long hash = hash(page[at], page[at + 1]);
            int slot = (int) hash & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (hash & ~POSITION) | (position + 1);
        }
    }

    private static long hash(long low, long high) {
        long mixed = (low ^ Long.rotateLeft(high, 32)) * MIX;
        return mixed ^ (mixed >>> 32);
    }
}
