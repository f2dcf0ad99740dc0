package app.attune.decider;

import java.util.Arrays;

/// A number at some items, in the order in which they got it; taken back in time of their count.
final class Marks {
    private static final int FREE = -1;

    private final int[] marks;
    private int[] items = new int[16];
    private int size;

    Marks(int itemCount) {
        marks = new int[itemCount];
        Arrays.fill(marks, FREE);
    }

    boolean isFree(int item) {
        return marks[item] == FREE;
    }

    /// @param mark from 0
    void put(int item, int mark) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
        marks[item] = mark;
    }

    /// Of an item that is not free.
    int get(int item) {
        return marks[item];
    }

    int size() {
        return size;
    }

    int item(int at) {
        return items[at];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            marks[items[i]] = FREE;
        }
        size = 0;
    }
}
