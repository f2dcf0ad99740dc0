package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.Trainers.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Recommends items that go with what a user did: each item knows the items that speak for it, its neighbours, and how
/// much. What item-kNN, RP3beta, EASE and others make; they differ in how the weights came
/// about.
///
/// The score of item j is the sum over the user's items i among the neighbours of j of weight(i) * similarity(j, i).
/// Anybody who recomputes it from the tables gets the same bits by starting at 0.0 and adding the products, as
/// doubles, in ranking order of i ([ItemId#RANKING]).
public final class ItemItemModel extends CatalogueModel {
    private static final String OFFSETS = "neighbours.offsets";
    private static final String ITEMS = "neighbours.items";
    private static final String SIMILARITIES = "neighbours.similarities";
    private static final int MOST_EVIDENCE = 3;

    private final String kind;
    private final ItemWeights neighbours;
    private final ItemWeights sources;

    /// An item that speaks for another.
    ///
    /// @param similarity not 0; below 0 where it speaks against it; of item-kNN above 0, and at most 1 with shrink 0
    public record Neighbour(ItemId item, double similarity) {}

    private ItemItemModel(
            String kind, Provenance provenance, Catalogue catalogue, int[] support, ItemWeights neighbours) {
        super(provenance, catalogue, support);
        Require.that(neighbours.offsets().length == catalogue.size() + 1, "One row of neighbours per item");
        this.kind = kind;
        this.neighbours = neighbours;
        this.sources = neighbours.transposed();
    }

    /// @param neighbours row j has the items that speak for item j
    static ItemItemModel of(Task task, ItemWeights neighbours) {
        Interactions data = task.data();
        return new ItemItemModel(
                task.options().kind(), task.provenance(), data.catalogue(), data.usersByItem(), neighbours);
    }

    static ItemItemModel of(ModelTables tables) {
        ItemWeights neighbours =
                new ItemWeights(tables.intsOf(OFFSETS), tables.intsOf(ITEMS), tables.doublesOf(SIMILARITIES));
        return new ItemItemModel(
                tables.kind(), tables.provenance(), new Catalogue(tables.items()), tables.intsOf(SUPPORT), neighbours);
    }

    /// Other numbers of the same pairs, in their order.
    ItemWeights shaped(double[] numbers) {
        return new ItemWeights(neighbours.offsets(), neighbours.itemIdx(), numbers);
    }

    /// Row j has the items that speak for item j.
    ItemWeights weights() {
        return neighbours;
    }

    @Override
    public String kind() {
        return kind;
    }

    /// The neighbours of an item, the highest similarity first; ties in ranking order.
    public List<Neighbour> neighbours(int itemIdx) {
        TreeMap<Integer, Neighbour> row = new TreeMap<>();
        for (int at = neighbours.from(itemIdx); at < neighbours.to(itemIdx); at++) {
            int other = neighbours.itemIdx()[at];
            row.put(other, new Neighbour(catalogue().item(other), neighbours.weights()[at]));
        }
        return row.values().stream()
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .toList();
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        for (int at = history.from(); at < history.to(); at++) {
            int source = history.itemIdx()[at];
            double weight = history.weights()[at];
            for (int target = sources.from(source); target < sources.to(source); target++) {
                scores[sources.itemIdx()[target]] += weight * sources.weights()[target];
            }
        }
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        List<Recommendation.Evidence> found = new ArrayList<>();
        for (int at = history.from(); at < history.to(); at++) {
            int source = history.itemIdx()[at];
            double similarity = sources.weight(source, itemIdx);
            if (similarity > 0) {
                found.add(new Recommendation.Evidence(catalogue().item(source), history.weights()[at] * similarity));
            }
        }
        return strongest(found);
    }

    /// The strongest contributions first; ties in the order given.
    static List<Recommendation.Evidence> strongest(List<Recommendation.Evidence> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Recommendation.Evidence::contribution)
                        .reversed())
                .limit(MOST_EVIDENCE)
                .toList();
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        ints.put(SUPPORT, supports());
        ints.put(OFFSETS, neighbours.offsets().clone());
        ints.put(ITEMS, neighbours.itemIdx().clone());
        TreeMap<String, double[]> doubles = new TreeMap<>();
        doubles.put(SIMILARITIES, neighbours.weights().clone());
        return new ModelTables(kind, provenance(), items(), ints, doubles);
    }
}
