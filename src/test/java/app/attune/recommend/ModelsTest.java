package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class ModelsTest {
    private static final RecommenderOptions PLAIN =
            Algorithm.ITEM_KNN.usual().with("neighbours", 2).with("shrink", 0);

    private static ItemItemModel knn(Interactions data, RecommenderOptions options) {
        return (ItemItemModel) Trainers.train(data, options, 5, Shop.CLOCK, Progress.none());
    }

    private static List<HistoryItem> history(String... items) {
        return java.util.Arrays.stream(items)
                .map(item -> new HistoryItem(new ItemId(item), 1))
                .toList();
    }

    @Test
    void similaritiesOfTheTinyShopMatchTheHand() {
        ItemItemModel model = knn(Shop.interactions(Shop.tiny(), Shop.PURCHASES), PLAIN);
        // Item 1 has a b c, item 2 has a b d, item 3 has c.
        assertEquals(
                List.of(
                        new Neighbour(new ItemId("2"), 2 / (Math.sqrt(3) * Math.sqrt(3))),
                        new Neighbour(new ItemId("3"), 1 / (Math.sqrt(3) * Math.sqrt(1)))),
                model.neighbours(0));
        assertEquals(1, model.neighbours(2).size());
        assertEquals(3, model.support(0));
    }

    @Test
    void shrinkIsAddedToTheDenominator() {
        ItemItemModel model = knn(
                Shop.interactions(Shop.tiny(), Shop.PURCHASES),
                Algorithm.ITEM_KNN.usual().with("neighbours", 2).with("shrink", 10));
        assertEquals(
                2 / (Math.sqrt(3) * Math.sqrt(3) + 10),
                model.neighbours(0).getFirst().similarity());
    }

    @Test
    void recommendationExplainsItsScore() {
        ItemItemModel model = knn(Shop.interactions(Shop.tiny(), Shop.PURCHASES), PLAIN);
        Recommendation best =
                model.recommend(history("2", "unknown"), 5, Set.of()).getFirst();
        assertEquals(new ItemId("1"), best.item());
        assertEquals(List.of(new Recommendation.Evidence(new ItemId("2"), best.score())), best.evidence());
        assertEquals(3, best.support());
    }

    @Test
    void popularityRanksByUsersAndTiesByItemId() {
        CatalogueModel model = Trainers.train(
                Shop.interactions(Shop.tiny(), Shop.PURCHASES),
                Algorithm.POPULARITY.usual(),
                1,
                Shop.CLOCK,
                Progress.none());
        assertEquals(List.of("1", "2", "3"), Shop.items(model.recommend(List.of(), 10, Set.of())));
        assertEquals(List.of("2"), Shop.items(model.recommend(history("1"), 1, Set.of())));
        assertEquals(List.of("3"), Shop.items(model.recommend(history("1"), 1, Set.of(new ItemId("2")))));
        assertTrue(model.recommend(List.of(), 1, Set.of()).getFirst().evidence().isEmpty());
    }

    @Test
    void randomListsAreTheSameForTheSameSeedAndHistory() {
        Interactions data = Shop.interactions(Shop.withTastes(50, 10, 1), Shop.PURCHASES);
        List<HistoryItem> some = history("item 3");
        List<Recommendation> list = RandomModel.of(data, 1, Shop.CLOCK).recommend(some, 10, Set.of());
        assertEquals(list, RandomModel.of(data, 1, Shop.CLOCK).recommend(some, 10, Set.of()));
        assertFalse(list.equals(RandomModel.of(data, 2, Shop.CLOCK).recommend(some, 10, Set.of())));
        assertEquals(10, list.size());
    }

    @Test
    void serverWithNothingButTheTablesGetsTheSameBits() {
        Interactions data = Shop.interactions(Shop.withTastes(300, 12, 3), Shop.PURCHASES);
        ItemItemModel model =
                knn(data, Algorithm.ITEM_KNN.usual().with("neighbours", 20).with("shrink", 5));
        SplittableRandom random = Seeds.stream(11, "histories");
        for (int round = 0; round < 50; round++) {
            TreeMap<ItemId, Double> history = new TreeMap<>(ItemId.RANKING);
            for (int i = 0; i < 8; i++) {
                history.put(model.items().get(random.nextInt(model.items().size())), 0.1 + random.nextDouble());
            }
            List<HistoryItem> entries = new ArrayList<>();
            history.descendingMap().forEach((item, weight) -> entries.add(new HistoryItem(item, weight)));
            Set<ItemId> excluded =
                    Set.of(model.items().get(random.nextInt(model.items().size())));
            List<Recommendation> ours = model.recommend(entries, 10, excluded);
            Map<ItemId, Double> theirs = fromTables(model, history, excluded);
            assertEquals(new ArrayList<>(theirs.keySet()).subList(0, ours.size()), itemsOf(ours), "seed 11 " + round);
            ours.forEach(one -> assertEquals(theirs.get(one.item()), one.score()));
        }
    }

    private static List<ItemId> itemsOf(List<Recommendation> list) {
        return list.stream().map(Recommendation::item).toList();
    }

    private static Map<ItemId, Double> fromTables(
            ItemItemModel model, Map<ItemId, Double> history, Set<ItemId> excluded) {
        Map<ItemId, Double> scores = new HashMap<>();
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            Map<ItemId, Double> row = new HashMap<>();
            model.neighbours(itemIdx).forEach(neighbour -> row.put(neighbour.item(), neighbour.similarity()));
            double score = 0;
            for (var entry : history.entrySet()) {
                Double similarity = row.get(entry.getKey());
                score += similarity == null ? 0 : entry.getValue() * similarity;
            }
            ItemId item = model.items().get(itemIdx);
            if (score > 0 && !history.containsKey(item) && !excluded.contains(item)) {
                scores.put(item, score);
            }
        }
        Map<ItemId, Double> sorted = new java.util.LinkedHashMap<>();
        scores.entrySet().stream()
                .sorted(Map.Entry.<ItemId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, ItemId.RANKING))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    @Test
    void sameDataOptionsAndSeedGiveTheSameTables() {
        ModelTables first = knn(Shop.interactions(Shop.withTastes(300, 12, 3), Shop.PURCHASES), PLAIN)
                .tables();
        ModelTables second = knn(Shop.interactions(Shop.withTastes(300, 12, 3), Shop.PURCHASES), PLAIN)
                .tables();
        assertEquals(first.provenance(), second.provenance());
        assertEquals(first.items(), second.items());
        first.ints()
                .forEach((name, values) ->
                        assertArrayEquals(values, second.ints().get(name), name));
        first.doubles()
                .forEach((name, values) ->
                        assertArrayEquals(values, second.doubles().get(name), name));
    }

    @Test
    void modelReadFromItsTablesRecommendsTheSame() {
        ItemItemModel model = knn(Shop.interactions(Shop.withTastes(300, 12, 3), Shop.PURCHASES), PLAIN);
        List<HistoryItem> some = history("item 3", "item 4");
        assertEquals(
                model.recommend(some, 10, Set.of()), model.tables().toModel().recommend(some, 10, Set.of()));
    }

    @Test
    void damagedTablesAreRefusedWithAReason() {
        ModelTables tables =
                knn(Shop.interactions(Shop.tiny(), Shop.PURCHASES), PLAIN).tables();
        TreeMap<String, int[]> ints = new TreeMap<>(tables.ints());
        ints.put("neighbours.items", new int[] {99, 0, 0, 0});
        ModelTables damaged =
                new ModelTables(tables.kind(), tables.provenance(), tables.items(), ints, tables.doubles());
        assertEquals(
                "model.unreadable",
                assertThrows(ProblemException.class, damaged::toModel).problem().code());
        ints.remove("neighbours.items");
        ModelTables incomplete =
                new ModelTables(tables.kind(), tables.provenance(), tables.items(), ints, tables.doubles());
        assertThrows(ProblemException.class, incomplete::toModel);
    }

    @Test
    void trainingStopsWhenCancelled() {
        Interactions data = Shop.interactions(Shop.tiny(), Shop.PURCHASES);
        assertThrows(
                CancellationException.class, () -> Trainers.train(data, PLAIN, 1, Shop.CLOCK, new CancelledProgress()));
    }

    @Test
    void topItemsAgreeWithSortingEverything() {
        SplittableRandom random = Seeds.stream(4, "top");
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(40);
            int k = random.nextInt(10);
            TopItems top = new TopItems(k);
            List<double[]> all = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double score = random.nextInt(6);
                all.add(new double[] {i, score});
                top.offer(i, score);
            }
            all.sort(Comparator.<double[]>comparingDouble(one -> -one[1]).thenComparingDouble(one -> one[0]));
            int[] expected = all.stream().limit(k).mapToInt(one -> (int) one[0]).toArray();
            assertArrayEquals(expected, top.drain().positions(), "seed 4 round " + round);
        }
    }
}
