package app.attune.events;

/// A set of 64-bit hashes, open addressing with linear probing, at most half full.
final class LongSet {
    private long[] slots = new long[1 << 12];
    private int size;
    private boolean hasZero;

    /// @return whether the value was new
    boolean add(long value) {
        if (value == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int slot = slot(value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) (value ^ (value >>> 29)) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) {
            if (value != 0) {
                slots[slot(value)] = value;
            }
        }
    }
}
