package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The graph filter against dense matrices and exact eigenvectors.
final class GraphFilterTest {
    private static final String[] TAKEN = {"11001", "11100", "10100", "01010", "01110", "11001", "00110", "11101"};

    private static RecommenderOptions options(int tastes, double weight, double sharpening) {
        return Algorithm.GRAPH_FILTER
                .usual()
                .with("tastes", tastes)
                .with("taste-weight", weight)
                .with("sharpening", sharpening);
    }

    private static void assertWeights(RecommenderOptions options, List<Map<String, Double>> expected) {
        ItemItemModel model =
                (ItemItemModel) Trainers.train(Shop.taken(TAKEN), options, 1, Shop.CLOCK, Progress.none());
        for (int item = 0; item < expected.size(); item++) {
            Map<String, Double> row = expected.get(item);
            List<Neighbour> found = model.neighbours(item);
            assertEquals(row.size(), found.size(), "neighbours of " + item + ": " + found);
            for (Neighbour neighbour : found) {
                assertEquals(
                        row.getOrDefault(neighbour.item().value(), Double.NaN),
                        neighbour.similarity(),
                        2e-5,
                        "of " + item);
            }
        }
    }

    /// NumPy 2.4.6: eigh of N'N, and the polynomial of it by products of matrices.
    @Test
    void weightsMatchNumPys() {
        assertWeights(
                options(1, 0, 0),
                List.of(
                        Map.of("2", 0.228218, "3", 0.216667, "5", 0.236682),
                        Map.of("1", 0.228218, "3", 0.167360, "4", 0.196419, "5", 0.216060),
                        Map.of("1", 0.216667, "2", 0.167360, "4", 0.215166, "5", 0.064550),
                        Map.of("2", 0.196419, "3", 0.215166),
                        Map.of("1", 0.236682, "2", 0.216060, "3", 0.064550)));
        assertWeights(
                options(2, 0.3, 1.5),
                List.of(
                        Map.of("2", 0.073276, "3", 0.066605, "5", 0.125017),
                        Map.of("1", 0.082728, "3", 0.040121, "4", 0.080308, "5", 0.093284),
                        Map.of("1", 0.066417, "2", 0.030460, "4", 0.114978),
                        Map.of("2", 0.059174, "3", 0.079105),
                        Map.of("1", 0.088976, "2", 0.067386)));
        assertWeights(
                options(3, 0.5, 0.5),
                List.of(
                        Map.of("2", 0.155555, "3", 0.253491, "5", 0.256862),
                        Map.of("1", 0.162216, "3", 0.012206, "4", 0.282225, "5", 0.334413),
                        Map.of("1", 0.253361, "2", 0.023215, "4", 0.174446),
                        Map.of("2", 0.191872, "3", 0.145735),
                        Map.of("1", 0.203023, "2", 0.223435)));
    }

    /// More tastes than there are in the data change nothing: what is left of them is 0.
    @Test
    void moreFactorsThanItemsAreNotMissed() {
        Interactions data = Shop.taken(TAKEN);
        ItemItemModel all = (ItemItemModel) Trainers.train(data, options(5, 0.3, 1), 1, Shop.CLOCK, Progress.none());
        ItemItemModel more = (ItemItemModel) Trainers.train(data, options(900, 0.3, 1), 1, Shop.CLOCK, Progress.none());
        for (int item = 0; item < data.items(); item++) {
            assertEquals(all.neighbours(item), more.neighbours(item));
        }
    }

    @Test
    void itemsThatNobodyTookHaveNoNeighboursAndChangeNothing() {
        Interactions taken = Shop.interactions(Shop.withTraits(60, 6, 5), Shop.PURCHASES);
        RecommenderOptions options = options(4, 0.3, 1);
        ItemItemModel plain = (ItemItemModel) Trainers.train(taken, options, 1, Shop.CLOCK, Progress.none());
        Interactions every = taken.withEveryItem();
        ItemItemModel more = (ItemItemModel) Trainers.train(every, options, 1, Shop.CLOCK, Progress.none());
        assertEquals(List.of(), more.neighbours(every.catalogue().position(new ItemId("item new"))));
        assertEquals(taken.items(), every.withTakenItems().items());
        for (int item = 0; item < taken.items(); item++) {
            int place = every.catalogue().position(taken.catalogue().item(item));
            assertEquals(
                    plain.neighbours(item).isEmpty(), more.neighbours(place).isEmpty());
        }
    }

    @Test
    void onlyTheStrongestAreKeptOfEachItem() {
        ItemItemModel model = (ItemItemModel) Trainers.train(
                Shop.taken(TAKEN), options(2, 0.3, 0).with("neighbours", 1), 1, Shop.CLOCK, Progress.none());
        int kept = 0;
        for (int item = 0; item < 5; item++) {
            kept += model.neighbours(item).size();
        }
        assertEquals(5, kept);
    }
}
