package app.attune.events;

import java.util.ArrayList;
import java.util.Arrays;
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
        byName.forEach((name, dictionary) -> growth.addAll(dictionary.takeAdded(name)));
        return growth;
    }

    /// One dictionary that can grow: a hash table of positions, open addressing with linear probing, at most three
    /// quarters full. A slot holds the position beside part of the text's hash and length, then the text's first eight
    /// bytes, so that a short text is found without a look at the texts themselves.
    static final class Growing {
        private static final long POSITION = 0xFFFFFFFFL;
        private static final long HASH = 0x0FFFFFFF00000000L;
        private static final int LENGTH_SHIFT = 60;
        private static final int LONGEST = 15;

        private final TextArena texts = new TextArena();
        private long[] slots = new long[1 << 8];
        private long[] hashes = new long[1 << 7];
        private int taken;

        Growing(List<String> stored) {
            stored.forEach(text -> add(TextCell.of(text)));
            taken = texts.size();
        }

        int size() {
            return texts.size();
        }

        /// The position, old or new.
        int add(TextCell text) {
            long hash = text.hash();
            long mark = mark(hash, text.length());
            long start = text.start();
            int mask = slots.length - 1;
            int slot = ((int) hash << 1) & mask;
            for (long found = slots[slot]; found != 0; found = slots[slot]) {
                if ((found & ~POSITION) == mark && slots[slot + 1] == start && isAt((int) found - 1, text)) {
                    return (int) found - 1;
                }
                slot = (slot + 2) & mask;
            }
            texts.add(text.bytes(), text.from(), text.to());
            slots[slot] = mark | texts.size();
            slots[slot + 1] = start;
            remember(hash);
            return texts.size() - 1;
        }

        /// Something of the place where [#add] will look first; see [IdTable#touch].
        long touch(TextCell text) {
            return slots[((int) text.hash() << 1) & (slots.length - 1)];
        }

        /// The position, or missing for empty text.
        int addOrMissing(TextCell text) {
            return text.isEmpty() ? Dictionary.MISSING : add(text);
        }

        /// Of texts that have the same mark and start; short ones have nothing else.
        private boolean isAt(int position, TextCell text) {
            return text.length() <= Long.BYTES || texts.isAt(position, text.bytes(), text.from(), text.to());
        }

        private static long mark(long hash, int length) {
            return ((long) Math.min(length, LONGEST) << LENGTH_SHIFT) | (hash & HASH);
        }

        private void remember(long hash) {
            int size = texts.size();
            if (size > hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            hashes[size - 1] = hash;
            if (size > slots.length / 8 * 3) {
                grow();
            }
        }

        private void grow() {
            long[] old = slots;
            slots = new long[old.length * 2];
            int mask = slots.length - 1;
            for (int i = 0; i < old.length; i += 2) {
                if (old[i] != 0) {
                    int slot = ((int) hashes[(int) old[i] - 1] << 1) & mask;
                    while (slots[slot] != 0) {
                        slot = (slot + 2) & mask;
                    }
                    slots[slot] = old[i];
                    slots[slot + 1] = old[i + 1];
                }
            }
        }

        private List<DictionaryGrowth> takeAdded(String name) {
            TextPieces added = new TextPieces(name, taken);
            for (; taken < texts.size(); taken++) {
                texts.addTo(added, taken);
            }
            return added.pieces();
        }
    }
}
