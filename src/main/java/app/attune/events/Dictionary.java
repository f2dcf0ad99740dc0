package app.attune.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Texts and their dense positions 0, 1, 2 … in order of first appearance. Read-only once built.
public final class Dictionary {
    /// The position that stands for "no text".
    public static final int MISSING = -1;

    private final List<String> texts;
    private final Map<String, Integer> positions;

    private Dictionary(List<String> texts, Map<String, Integer> positions) {
        this.texts = texts;
        this.positions = positions;
    }

    /// @throws IllegalArgumentException if a text appears twice
    public static Dictionary of(List<String> texts) {
        Builder builder = new Builder();
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
        Integer idx = positions.get(text);
        return idx == null ? OptionalInt.empty() : OptionalInt.of(idx);
    }

    /// Unmodifiable, by position.
    public List<String> texts() {
        return texts;
    }

    /// Collects texts; `add` gives the position, old or new.
    public static final class Builder {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> positions = new HashMap<>();

        public int add(String text) {
            Integer known = positions.putIfAbsent(text, texts.size());
            if (known != null) {
                return known;
            }
            texts.add(text);
            return texts.size() - 1;
        }

        public int size() {
            return texts.size();
        }

        public Dictionary build() {
            return new Dictionary(List.copyOf(texts), Map.copyOf(positions));
        }
    }
}
