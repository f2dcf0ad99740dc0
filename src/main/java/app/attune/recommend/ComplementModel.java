package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Recommends what is in one basket with the items of a history, and knows the baskets behind each pair.
///
/// Scores as [ItemItemModel] does; from one item, such as the one a rule is about, they are the strengths of its pairs.
public final class ComplementModel extends CatalogueModel {
    private static final String BASKETS = "baskets";
    private static final String OF_ITEM = "baskets.items";
    private static final String BOTH = "baskets.both";

    private final ItemItemModel pairs;
    private final int baskets;
    private final int[] ofItem;
    private final ItemWeights both;
    private final ItemWeights bothByItem;

    /// @param baskets all of them
    /// @param ofItem  with each item
    /// @param both    with both of each pair, in the order of the pairs
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Counts(int baskets, int[] ofItem, double[] both) {}

    private ComplementModel(ItemItemModel pairs, Provenance provenance, ItemWeights bothByItem, Counts counts) {
        super(provenance, pairs.catalogue(), pairs.supports());
        Require.that(counts.ofItem.length == pairs.catalogue().size(), "One number of baskets per item");
        this.pairs = pairs;
        this.baskets = counts.baskets;
        this.ofItem = counts.ofItem.clone();
        this.bothByItem = bothByItem;
        this.both = bothByItem.transposed();
    }

    /// @param bySource row i has the items that item i speaks for
    static ComplementModel of(Task task, ItemWeights bySource, Counts counts) {
        ItemWeights both = new ItemWeights(bySource.offsets(), bySource.itemIdx(), counts.both);
        return new ComplementModel(
                ItemItemModel.of(task, bySource.transposed()), task.provenance(), both.transposed(), counts);
    }

    static ComplementModel of(ModelTables tables) {
        ItemItemModel pairs = ItemItemModel.of(tables);
        int[] total = tables.intsOf(BASKETS);
        Require.that(total.length == 1, "One number of all baskets");
        double[] both = Arrays.stream(tables.intsOf(BOTH)).asDoubleStream().toArray();
        return new ComplementModel(
                pairs, tables.provenance(), pairs.shaped(both), new Counts(total[0], tables.intsOf(OF_ITEM), both));
    }

    @Override
    public String kind() {
        return pairs.kind();
    }

    /// What its scores are computed from.
    public ItemItemModel pairs() {
        return pairs;
    }

    /// Baskets in all.
    public int baskets() {
        return baskets;
    }

    /// Baskets with the item.
    public int baskets(int itemIdx) {
        return ofItem[itemIdx];
    }

    /// How often two items were in one basket; empty if the pair is not among those kept.
    public Optional<Together> together(ItemId item, ItemId other) {
        int itemIdx = catalogue().position(item);
        int otherIdx = catalogue().position(other);
        return itemIdx < 0 || otherIdx < 0 ? Optional.empty() : together(itemIdx, otherIdx);
    }

    private Optional<Together> together(int itemIdx, int otherIdx) {
        int count = (int) both.weight(itemIdx, otherIdx);
        return count == 0
                ? Optional.empty()
                : Optional.of(new Together(count, ofItem[itemIdx], ofItem[otherIdx], baskets));
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        pairs.score(history, scores);
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return pairs.evidence(history, itemIdx).stream()
                .map(one -> new Recommendation.Evidence(
                        one.item(), one.contribution(), together(catalogue().position(one.item()), itemIdx)))
                .toList();
    }

    @Override
    public ModelTables tables() {
        ModelTables weights = pairs.tables();
        TreeMap<String, int[]> ints = new TreeMap<>(weights.ints());
        ints.put(BASKETS, new int[] {baskets});
        ints.put(OF_ITEM, ofItem.clone());
        ints.put(
                BOTH,
                Arrays.stream(bothByItem.weights())
                        .mapToInt(count -> (int) count)
                        .toArray());
        return new ModelTables(kind(), provenance(), items(), ints, weights.doubles());
    }
}
