package app.attune.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// Texts and their dense positions 0, 1, 2 … in order of first appearance. Read-only once built.
///
/// Texts are found by open addressing with linear probing, at most half full: 8 to 16 bytes a text beside the text.
public final class Dictionary {
    /// The position that stands for "no text".
    public static final int MISSING = -1;

    private static final int NONE = -1;
    private static final int MIX = 0x9E3779B9;

    private final List<String> texts;
    private final int[] slots;

    private Dictionary(List<String> texts, int[] slots) {
        this.texts = texts;
        this.slots = slots;
    }

    /// @throws IllegalArgumentException if a text appears twice
    public static Dictionary of(List<String> texts) {
        Builder builder = new Builder(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            if (builder.add(texts.get(i)) != i) {
                throw new IllegalArgumentException("Twice in a dictionary: " + texts.get(i));
            }
        }
        return builder.build();
    }

    public int size() {
        return texts.size();
    }

    public String text(int idx) {
        return texts.get(idx);
    }

    public OptionalInt find(String text) {
        for (int slot = home(text, slots.length); ; slot = (slot + 1) & (slots.length - 1)) {
            int position = slots[slot] - 1;
            if (position == NONE) {
                return OptionalInt.empty();
            }
            if (texts.get(position).equals(text)) {
                return OptionalInt.of(position);
            }
        }
    }

    /// Unmodifiable, by position.
    public List<String> texts() {
        return texts;
    }

    private static int home(String text, int length) {
        return (text.hashCode() * MIX) >>> (Integer.numberOfLeadingZeros(length) + 1);
    }

    /// Collects texts; `add` gives the position, old or new.
    public static final class Builder {
        private static final int SMALLEST = 16;

        private String[] texts;
        private int[] slots;
        private int size;

        public Builder() {
            this(SMALLEST / 2);
        }

        private Builder(int expected) {
            texts = new String[Math.max(expected, SMALLEST / 2)];
            slots = new int[Integer.highestOneBit(texts.length) * 4];
        }

        public int add(String text) {
            int slot = home(text, slots.length);
            for (int found = slots[slot]; found != 0; found = slots[slot]) {
                if (texts[found - 1].equals(text)) {
                    return found - 1;
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, size * 2);
            }
            texts[size] = text;
            size++;
            slots[slot] = size;
            if (size * 2 > slots.length) {
                grow();
            }
            return size - 1;
        }

        public int size() {
            return size;
        }

        public Dictionary build() {
            List<String> all = Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(texts, size)));
            return new Dictionary(all, slots.clone());
        }

        private void grow() {
            slots = new int[slots.length * 2];
            for (int position = 0; position < size; position++) {
                int slot = home(texts[position], slots.length);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = position + 1;
            }
        }
    }
}
