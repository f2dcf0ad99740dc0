package app.attune.events;

import java.util.ArrayList;
import java.util.List;

/// Cuts the texts that a dictionary grows by into pieces, each of which fits into one row of the store.
final class TextPieces {
    private static final int MOST_BYTES = 750_000;
    /// Of the length before a text.
    private static final int LENGTH_BYTES = 5;

    private final String dictionary;
    private final List<DictionaryGrowth> pieces = new ArrayList<>();
    private VarintWriter out = new VarintWriter(0);
    private int first;
    private int count;

    /// @param first position of the first text
    TextPieces(String dictionary, int first) {
        this.dictionary = dictionary;
        this.first = first;
    }

    /// Adds a text in UTF-8.
    void add(byte[] bytes, int from, int to) {
        if (out.size() + LENGTH_BYTES + to - from > MOST_BYTES) {
            cut();
        }
        out.write(bytes, from, to);
        count++;
    }

    /// All pieces, in order; none if no text was added.
    List<DictionaryGrowth> pieces() {
        cut();
        return pieces;
    }

    private void cut() {
        if (count > 0) {
            pieces.add(new DictionaryGrowth(dictionary, first, count, out.bytes()));
            out = new VarintWriter(0);
            first += count;
            count = 0;
        }
    }
}
