package app.attune.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The dictionaries an import works with: what the store knows, and what the import adds.
final class Dictionaries {
    static final String USERS = "users";
    static final String ITEMS = "items";
    static final String TYPES = "types";

    private final Map<String, List<String>> stored;
    private final Map<String, Growing> byName = new TreeMap<>();

    Dictionaries(Map<String, List<String>> stored) {
        this.stored = stored;
    }

    /// The name of the dictionary of a kept column.
    static String kept(RowKind kind, String column) {
        return switch (kind) {
            case EVENTS -> "event." + column;
            case USERS -> "user." + column;
            case ITEMS -> "item." + column;
        };
    }

    Growing of(String name) {
        return byName.computeIfAbsent(name, key -> new Growing(stored.getOrDefault(key, List.of())));
    }

    /// What was added since the last call.
    List<DictionaryGrowth> takeGrowth() {
        List<DictionaryGrowth> growth = new ArrayList<>();
        byName.forEach((name, dictionary) -> {
            if (!dictionary.added.isEmpty()) {
                int first = dictionary.size() - dictionary.added.size();
                growth.add(new DictionaryGrowth(name, first, dictionary.added));
                dictionary.added.clear();
            }
        });
        return growth;
    }

    /// One dictionary that can grow.
    static final class Growing {
        private final HashMap<String, Integer> positions = new HashMap<>();
        private final List<String> added = new ArrayList<>();

        Growing(List<String> texts) {
            texts.forEach(text -> positions.put(text, positions.size()));
        }

        int size() {
            return positions.size();
        }

        /// The position, old or new.
        int add(String text) {
            Integer known = positions.get(text);
            if (known != null) {
                return known;
            }
            int position = positions.size();
            positions.put(text, position);
            added.add(text);
            return position;
        }

        /// The position, or missing for empty text.
        int addOrMissing(String text) {
            return text.isEmpty() ? Dictionary.MISSING : add(text);
        }
    }
}
