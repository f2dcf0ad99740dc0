package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Recommends items that resemble what a user did: each item knows its most similar items, its neighbours.
///
/// The score of item j is the sum over the user's items i among the neighbours of j of weight(i) * similarity(j, i).
/// Anybody who recomputes it from the tables gets the same bits by starting at 0.0 and adding the products, as
/// doubles, in ranking order of i ([ItemId#RANKING]).
public final class ItemKnnModel extends CatalogueModel {
    public static final String KIND = "item-knn";
    private static final String OFFSETS = "neighbours.offsets";
    private static final String ITEMS = "neighbours.items";
    private static final String SIMILARITIES = "neighbours.similarities";
    private static final int MOST_EVIDENCE = 3;

    private final Neighbours neighbours;
    private final Neighbours sources;

    /// An item that resembles another.
    ///
    /// @param similarity above 0; at most 1 with shrink 0
    public record Neighbour(ItemId item, double similarity) {}

    /// Rows of positions with similarities: row j has the range `offsets[j]` to `offsets[j + 1]`.
    @SuppressWarnings("ArrayRecordComponent") // Private tables, never compared.
    record Neighbours(int[] offsets, int[] itemIdx, double[] similarities) {
        Neighbours {
            Require.that(offsets.length > 0 && offsets[0] == 0, "Offsets start at 0");
            for (int row = 1; row < offsets.length; row++) {
                Require.that(offsets[row] >= offsets[row - 1], "Offsets ascend");
            }
            Require.that(offsets[offsets.length - 1] == itemIdx.length, "The last offset is the number of neighbours");
            Require.that(similarities.length == itemIdx.length, "One similarity per neighbour");
            for (int item : itemIdx) {
                Require.that(item >= 0 && item < offsets.length - 1, "Neighbours are items of the model");
            }
        }

        /// Row i of the result has the items j that have i in their row, ascending.
        Neighbours transposed() {
            int[] starts = new int[offsets.length];
            for (int item : itemIdx) {
                starts[item + 1]++;
            }
            for (int row = 1; row < starts.length; row++) {
                starts[row] += starts[row - 1];
            }
            int[] next = starts.clone();
            int[] targets = new int[itemIdx.length];
            double[] values = new double[itemIdx.length];
            for (int row = 0; row < offsets.length - 1; row++) {
                for (int at = offsets[row]; at < offsets[row + 1]; at++) {
                    int place = next[itemIdx[at]]++;
                    targets[place] = row;
                    values[place] = similarities[at];
                }
            }
            return new Neighbours(starts, targets, values);
        }
    }

    ItemKnnModel(Provenance provenance, Catalogue catalogue, int[] support, Neighbours neighbours) {
        super(provenance, catalogue, support);
        Require.that(neighbours.offsets.length == catalogue.size() + 1, "One row of neighbours per item");
        this.neighbours = neighbours;
        this.sources = neighbours.transposed();
    }

    static ItemKnnModel of(ModelTables tables) {
        Neighbours neighbours =
                new Neighbours(tables.intsOf(OFFSETS), tables.intsOf(ITEMS), tables.doublesOf(SIMILARITIES));
        return new ItemKnnModel(tables.provenance(), new Catalogue(tables.items()), tables.intsOf(SUPPORT), neighbours);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// The neighbours of an item, most similar first; ties in ranking order.
    public List<Neighbour> neighbours(int itemIdx) {
        List<Neighbour> row = new ArrayList<>();
        for (int at = neighbours.offsets[itemIdx]; at < neighbours.offsets[itemIdx + 1]; at++) {
            row.add(new Neighbour(catalogue().item(neighbours.itemIdx[at]), neighbours.similarities[at]));
        }
        return List.copyOf(row);
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        for (int at = history.from(); at < history.to(); at++) {
            int source = history.itemIdx()[at];
            double weight = history.weights()[at];
            for (int target = sources.offsets[source]; target < sources.offsets[source + 1]; target++) {
                scores[sources.itemIdx[target]] += weight * sources.similarities[target];
            }
        }
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        TreeMap<Integer, Recommendation.Evidence> found = new TreeMap<>();
        for (int at = neighbours.offsets[itemIdx]; at < neighbours.offsets[itemIdx + 1]; at++) {
            int source = neighbours.itemIdx[at];
            int place = history.find(source);
            if (place >= 0) {
                double contribution = history.weights()[place] * neighbours.similarities[at];
                found.put(source, new Recommendation.Evidence(catalogue().item(source), contribution));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Recommendation.Evidence::contribution)
                        .reversed())
                .limit(MOST_EVIDENCE)
                .toList();
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        ints.put(SUPPORT, supports());
        ints.put(OFFSETS, neighbours.offsets.clone());
        ints.put(ITEMS, neighbours.itemIdx.clone());
        TreeMap<String, double[]> doubles = new TreeMap<>();
        doubles.put(SIMILARITIES, neighbours.similarities.clone());
        return new ModelTables(KIND, provenance(), items(), ints, doubles);
    }
}
