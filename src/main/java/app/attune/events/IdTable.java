package app.attune.events;

import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A set of 128-bit ids, each with its position in order of arrival and one number of payload. Open addressing with
/// linear probing, at most three quarters full; a slot holds a position beside the upper half of the id's hash, so that
/// an id that is new touches one place of the table: 35 to 46 bytes an id, and up to 56 while the table grows. Slots
/// are in order of the hashes, so it grows in one pass from its start to its end.
final class IdTable {
    /// The part of the memory for each of two tables that grow alike.
    static final double BESIDE_ANOTHER = 0.4;

    private static final int PAGE_BITS = 13;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int WORDS = 3;
    private static final int FIRST_BITS = 12;
    private static final int MOST_BITS = 29;
    private static final long OTHERS_BYTES = 112L << 20;
    private static final long POSITION = 0xFFFFFFFFL;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// Low, high and payload of each id, in order of arrival.
    private final List<long[]> pages = new ArrayList<>();

    private final long mostBytes;
    private long[] slots = new long[1 << FIRST_BITS];
    private int shift = Long.SIZE - FIRST_BITS;
    private int size;

    /// @param mostBytes what it may take of the memory
    IdTable(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Without a bound.
    IdTable() {
        this(Long.MAX_VALUE);
    }

    /// With a part of what this process can spare: the rest of an import takes about a hundred megabytes.
    static IdTable ofMemory(double part) {
        long all = Runtime.getRuntime().maxMemory();
        return new IdTable((long) (part * Math.max(all / 4, Math.min(all / 20 * 17, all - OTHERS_BYTES))));
    }

    int size() {
        return size;
    }

    /// The position of the id if it is known, else `-1 - position` after adding it with `payload`.
    int add(long low, long high, long payload) {
        long hash = hash(low, high);
        long mark = hash & ~POSITION;
        int mask = slots.length - 1;
        int slot = (int) (hash >>> shift);
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
            require(3L * slots.length);
            grow(Long.SIZE - shift + 1);
        }
        return -size;
    }

    /// Something of the place where [#add] will look first. The memory is slow to come, but comes for many at once:
    /// whoever asks for all ids of a batch before the first is added waits once for them all.
    long touch(long low, long high) {
        return slots[(int) (hash(low, high) >>> shift)];
    }

    /// Makes room for about so many more ids at once, which is cheaper than growing to it step by step; does nothing
    /// where the memory would not do for them.
    void reserve(long more) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros((size + more) / 3 * 4);
        boolean grows = bits > Long.SIZE - shift && bits <= MOST_BITS;
        if (grows && bytes((1L << bits) + slots.length + WORDS * more) <= mostBytes) {
            grow(bits);
        }
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
            require(slots.length);
            pages.add(new long[PAGE * WORDS]);
        }
        long[] page = pages.getLast();
        int at = within * WORDS;
        page[at] = low;
        page[at + 1] = high;
        page[at + 2] = payload;
        size++;
    }

    private void grow(int bits) {
        long[] old = slots;
        slots = new long[1 << bits];
        shift = Long.SIZE - bits;
        int mask = slots.length - 1;
        for (long found : old) {
            if (found != 0) {
                int slot = (int) (found >>> shift);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = found;
            }
        }
    }

    /// Stops while there is still memory for everything else, the store before all.
    private void require(long slotCount) {
        if (bytes(slotCount) > mostBytes) {
            throw ProblemException.of(
                    "import.out-of-memory",
                    String.format(
                            Locale.ROOT,
                            "Attune may use %,d MB of memory, which is full after %,d rows in all. The import was"
                                    + " stopped; nothing of it was kept.",
                            Runtime.getRuntime().maxMemory() >> 20,
                            size),
                    "Import a shorter time, or allow more memory: set JAVA_TOOL_OPTIONS to -Xmx4g and start Attune"
                            + " again.");
        }
    }

    /// Of the ids, one more page of them, and so many other words.
    private long bytes(long others) {
        return Long.BYTES * (others + (pages.size() + 1L) * PAGE * WORDS);
    }

    private static long hash(long low, long high) {
        long mixed = (low ^ Long.rotateLeft(high, 32)) * MIX;
        return mixed ^ (mixed >>> 32);
    }
}
