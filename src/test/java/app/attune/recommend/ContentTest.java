package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Items compared by what they are like.
final class ContentTest {
    private static final double[][] HALF_WORDS = {
        {0.0, 0.6264385158903146, 0.563799022445852, 0.42324888302692887, 0.40395603814971637},
        {0.6264385158903146, 0.0, 0.28635245447890806, 0.0, 0.6324555320336759},
        {0.563799022445852, 0.28635245447890806, 0.0, 0.3449654126241534, 0.0},
        {0.42324888302692887, 0.0, 0.3449654126241534, 0.0, 0.0},
        {0.40395603814971637, 0.6324555320336759, 0.0, 0.0, 0.0}
    };
    private static final double[][] WORDS_TWICE = {
        {0.0, 0.589622330864798, 0.5739624575036824, 0.5388249226489517, 0.20197801907485824},
        {0.589622330864798, 0.0, 0.07158811361972701, 0.0, 0.31622776601683794},
        {0.5739624575036824, 0.07158811361972701, 0.0, 0.08624135315603836, 0.0},
        {0.5388249226489517, 0.0, 0.08624135315603836, 0.0, 0.0},
        {0.20197801907485824, 0.31622776601683794, 0.0, 0.0, 0.0}
    };
    private static final double[][] NO_WORDS = {
        {0.0, 0.638710577565487, 0.5604112107599087, 0.38472353648625474, 0.45163658061213213},
        {0.638710577565487, 0.0, 0.3579405680986351, 0.0, 0.7071067811865476},
        {0.5604112107599087, 0.3579405680986351, 0.0, 0.4312067657801918, 0.0},
        {0.38472353648625474, 0.0, 0.4312067657801918, 0.0, 0.0},
        {0.45163658061213213, 0.7071067811865476, 0.0, 0.0, 0.0}
    };

    private static EventFrame frame() {
        EventFrameBuilder shop = new EventFrameBuilder()
                .item("1", Map.of("name", "Trail shoe light", "brand", "Acme", "genres", "Run|Walk", "price", "10"))
                .item("2", Map.of("name", "Trail boot", "brand", "Acme", "genres", "Walk", "price", "20"))
                .item("3", Map.of("name", "City shoe", "brand", "Bolt", "genres", "Walk", "price", "10"))
                .item("4", Map.of("name", "Light, light vest", "brand", "Bolt", "genres", "Run", "price", "30"))
                .item("5", Map.of("name", "Umbrella", "brand", "Acme"));
        for (int item = 1; item <= 4; item++) {
            shop.event("u" + item, Shop.day(item), "purchase", Integer.toString(item), Double.NaN);
        }
        return shop.event("u9", Shop.day(9), "purchase", "2", Double.NaN).build();
    }

    private static ItemItemModel train(EventFrame frame, RecommenderOptions options) {
        Interactions data = Shop.interactions(Shop.population(frame), Shop.PURCHASES);
        return (ItemItemModel) Trainers.train(data.withEveryItem(), options, 1, Shop.CLOCK, Progress.none());
    }

    /// NumPy 2.4.6.
    @Test
    void likenessIsTheCosineOfWhatIsRare() {
        assertLikeness(HALF_WORDS, 0.5);
        assertLikeness(WORDS_TWICE, 2);
        assertLikeness(NO_WORDS, 0);
    }

    private static void assertLikeness(double[][] expected, double wordWeight) {
        ItemItemModel model = train(frame(), Algorithm.CONTENT.usual().with("word-weight", wordWeight));
        for (int item = 0; item < expected.length; item++) {
            double[] row = new double[expected.length];
            for (Neighbour one : model.neighbours(item)) {
                row[Integer.parseInt(one.item().value()) - 1] = one.similarity();
            }
            for (int other = 0; other < row.length; other++) {
                assertEquals(expected[item][other], row[other], 1e-12, wordWeight + ": " + item + " " + other);
            }
        }
    }

    @Test
    void anItemThatNobodyTookIsRecommended() {
        List<Recommendation> list = train(frame(), Algorithm.CONTENT.usual())
                .recommend(List.of(new HistoryItem(new ItemId("2"), 1)), 5, Set.of());
        assertEquals(List.of("5", "1", "3"), Shop.items(list));
        assertEquals(0, list.getFirst().support());
    }

    @Test
    void whatTwoItemsShareIsSaidTheRarestFirst() {
        ItemTraits traits = ItemTraits.of(frame(), Progress.none());
        assertEquals(
                List.of("\u201ctrail\u201d", "brand Acme", "genres Walk"),
                traits.shared(new ItemId("1"), new ItemId("2"), 5));
        assertEquals(List.of("brand Acme"), traits.shared(new ItemId("5"), new ItemId("2"), 5));
        assertEquals(List.of(), traits.shared(new ItemId("5"), new ItemId("gone"), 5));
    }

    @Test
    void manyPricesFallIntoBandsAndNamesAreReadFromEventsToo() {
        EventFrameBuilder shop = new EventFrameBuilder();
        for (int item = 0; item < 100; item++) {
            shop.item("i" + item, Map.of("price", Integer.toString(10 * item)));
            Map<String, String> title = Map.of("Description", "mug of kind" + item % 3);
            shop.event("u", Shop.day(item), "purchase", "i" + item, 1, title);
        }
        ItemTraits traits = ItemTraits.of(shop.build(), Progress.none());
        assertEquals(List.of("price 100 to 190"), traits.shared(new ItemId("i10"), new ItemId("i18"), 5));
        assertEquals(
                List.of("price 100 to 190", "\u201ckind1\u201d"),
                traits.shared(new ItemId("i10"), new ItemId("i13"), 5));
        assertEquals(List.of("\u201ckind1\u201d"), traits.shared(new ItemId("i10"), new ItemId("i22"), 5));
    }

    @Test
    void itemsOfWhichNothingIsKnownAreTold() {
        Population bare = Shop.tiny();
        ProblemException told =
                assertThrows(ProblemException.class, () -> train(bare.events(), Algorithm.CONTENT.usual()));
        assertEquals("recommend.no-attributes", told.problem().code());
    }

    @Test
    void trainingKeepsAPlaceForNewItemsAndMeasuresAsEveryOther() {
        FakeModelStore store = new FakeModelStore();
        RecommendService service = new RecommendService(store, Shop.CLOCK);
        ModelCard card = service.train(
                Shop.withTraits(300, 14, 5),
                TrainingRequest.of(Algorithm.CONTENT.usual(), Shop.PURCHASES),
                Progress.none());
        assertEquals(200, card.size().items());
        assertTrue(service.model(card.id()).items().contains(new ItemId("item new")));
        double content = card.evaluation().row("Content").orElseThrow().ndcg10().estimate();
        double popular =
                card.evaluation().row("Popularity").orElseThrow().ndcg10().estimate();
        assertTrue(content > 2 * popular, content + " and " + popular);
    }
}
