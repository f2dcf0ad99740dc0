package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What the items of a frame are like: the values of their attributes and the words of their texts, the rare ones
/// counting most.
///
/// Weight of a value: ln((1 + N) / (1 + n)) + 1, with N items of which n have it; of a word as often as the item has
/// it.
/// What one item alone has is left out, and so are words of more than half of the items and values of more than nine
/// tenths. The values of an item are divided by their Euclidean length, and so are its words, which are then multiplied
/// by `wordWeight`; the whole is divided by its length again.
/// Source: Manning, Raghavan, Schuetze, "Introduction to Information Retrieval", 2008, section 6.2-6.4; the idf is that
/// of scikit-learn's TfidfTransformer (smooth_idf).
public final class ItemTraits {
    private static final double MOST_WITH_WORD = 0.5;
    private static final double MOST_WITH_VALUE = 0.9;

    private final EventFrame frame;
    private final List<Trait> traits;
    private final double[] rarity;
    private final int[] offsets;
    private final int[] traitIdx;
    private final double[] counts;

    /// A value of an attribute, or a word of a text.
    ///
    /// @param column empty for a word
    record Trait(String column, String value) {
        static Trait word(String word) {
            return new Trait("", word);
        }

        boolean isWord() {
            return column.isEmpty();
        }

        /// As in "brand Acme".
        String shown() {
            return isWord() ? "\u201c" + value + "\u201d" : column.replace('_', ' ') + " " + value;
        }
    }

    private ItemTraits(EventFrame frame, TraitColumns.Read read) {
        this.frame = frame;
        this.traits = read.traits();
        this.rarity = rarity(read, frame.itemCount());
        this.offsets = new int[frame.itemCount() + 1];
        int[] found = new int[read.pairs().length];
        this.counts = new double[found.length];
        int size = 0;
        long last = -1;
        for (long pair : read.pairs()) {
            if (rarity[(int) pair] == 0) {
                continue;
            }
            if (pair != last) {
                found[size++] = (int) pair;
                offsets[(int) (pair >>> Integer.SIZE) + 1] = size;
                last = pair;
            }
            counts[size - 1]++;
        }
        for (int item = 0; item < frame.itemCount(); item++) {
            offsets[item + 1] = Math.max(offsets[item], offsets[item + 1]);
        }
        this.traitIdx = found;
    }

    public static ItemTraits of(EventFrame frame, Progress progress) {
        return new ItemTraits(frame, TraitColumns.of(frame, progress));
    }

    /// By trait; 0 for what is left out.
    private static double[] rarity(TraitColumns.Read read, int items) {
        int[] having = new int[read.traits().size()];
        long last = -1;
        for (long pair : read.pairs()) {
            having[(int) pair] += pair == last ? 0 : 1;
            last = pair;
        }
        double[] rarity = new double[having.length];
        for (int trait = 0; trait < rarity.length; trait++) {
            double most = items * (read.traits().get(trait).isWord() ? MOST_WITH_WORD : MOST_WITH_VALUE);
            boolean counts = having[trait] > 1 && having[trait] <= most;
            rarity[trait] = counts ? Math.log((1.0 + items) / (1.0 + having[trait])) + 1 : 0;
        }
        return rarity;
    }

    /// Whether any two items share something.
    boolean isEmpty() {
        return offsets[offsets.length - 1] == 0;
    }

    int traits() {
        return traits.size();
    }

    /// Rows of a model's items: their traits, each row with the length 1, empty where nothing is known.
    SparseTable rows(Catalogue catalogue, double wordWeight) {
        int[] frameItems = catalogue.items().stream()
                .mapToInt(item -> frame.items().find(item.value()).orElseThrow())
                .toArray();
        int[] starts = new int[frameItems.length + 1];
        for (int row = 0; row < frameItems.length; row++) {
            starts[row + 1] = starts[row] + offsets[frameItems[row] + 1] - offsets[frameItems[row]];
        }
        int[] found = new int[starts[frameItems.length]];
        double[] weights = new double[found.length];
        for (int row = 0; row < frameItems.length; row++) {
            double[] vector = vector(frameItems[row], wordWeight);
            System.arraycopy(vector, 0, weights, starts[row], vector.length);
            System.arraycopy(traitIdx, offsets[frameItems[row]], found, starts[row], vector.length);
        }
        return new SparseTable(starts, found, weights);
    }

    private double[] vector(int item, double wordWeight) {
        int from = offsets[item];
        double[] vector = new double[offsets[item + 1] - from];
        double values = 0;
        double words = 0;
        for (int at = 0; at < vector.length; at++) {
            int trait = traitIdx[from + at];
            boolean isWord = traits.get(trait).isWord();
            vector[at] = rarity[trait] * (isWord ? counts[from + at] : 1);
            values += isWord ? 0 : vector[at] * vector[at];
            words += isWord ? vector[at] * vector[at] : 0;
        }
        double length = Math.sqrt((values > 0 ? 1 : 0) + (words > 0 ? wordWeight * wordWeight : 0));
        for (int at = 0; at < vector.length; at++) {
            double weight =
                    traits.get(traitIdx[from + at]).isWord() ? wordWeight / Math.sqrt(words) : 1 / Math.sqrt(values);
            vector[at] *= length > 0 ? weight / length : 0;
        }
        return vector;
    }

    /// What two items have in common, in words, the rarest first; nothing for an item that the frame does not have.
    public List<String> shared(ItemId item, ItemId other, int most) {
        OptionalInt one = frame.items().find(item.value());
        OptionalInt two = frame.items().find(other.value());
        if (one.isEmpty() || two.isEmpty()) {
            return List.of();
        }
        List<Integer> both = new ArrayList<>(ofItem(one.getAsInt()));
        both.retainAll(ofItem(two.getAsInt()));
        return both.stream()
                .sorted(Comparator.comparingDouble((Integer trait) -> rarity[trait])
                        .reversed())
                .limit(most)
                .map(trait -> traits.get(trait).shown())
                .toList();
    }

    private List<Integer> ofItem(int item) {
        return IntStream.range(offsets[item], offsets[item + 1])
                .mapToObj(at -> traitIdx[at])
                .toList();
    }
}
