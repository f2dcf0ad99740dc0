package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.RecommenderModel;
import app.attune.recommend.RecommenderOptions;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Taking away what is cited for an item, by the trained models of every algorithm that cites anything.
final class DeletionTestsTest {
    private static final int GROUPS = 12;
    private static final int IN_GROUP = 4;
    private static final Population PLANTED = app.attune.recommend.Shop.inGroups(GROUPS, IN_GROUP, 10);

    /// One item of each of six groups: whatever is proposed of these groups has a single cause.
    private static final List<HistoryItem> HAD = IntStream.range(0, 6)
            .mapToObj(group -> new HistoryItem(new ItemId(group + "-0"), 1))
            .toList();

    static Stream<Algorithm> citing() {
        return Stream.of(Algorithm.values()).filter(Algorithm::isPersonal);
    }

    private static RecommenderOptions small(Algorithm algorithm) {
        RecommenderOptions usual = algorithm.usual();
        return switch (algorithm.kind()) {
            case "ials" -> usual.with("factors", GROUPS);
            case "bpr" -> usual.with("factors", GROUPS).with("epochs", 200);
            case "graph-filter" -> usual.with("tastes", GROUPS);
            case "hybrid" -> usual.with("method", "WEIGHTED");
            case "complements" -> usual.with("basket", "SESSION");
            default -> usual;
        };
    }

    private static PreviewService previews(RecommenderModel model, int length) {
        DecisionSetup setup = new DecisionSetup(
                PLANTED,
                List.of(),
                RuleProgram.of(List.of()),
                ModelShelf.of(List.of(model)).insteadOfAll(model),
                (userIdx, asOf) -> HAD,
                Instant.parse("2026-11-01T00:00:00Z"),
                length);
        return new PreviewService(new DecisionDesk(setup, Map.of()));
    }

    private static Preview shown(PreviewService previews) {
        return previews.preview(new UserId("user 0"));
    }

    private static boolean isPlanted(ItemId item) {
        return group(item) < HAD.size();
    }

    private static int group(ItemId item) {
        return Integer.parseInt(item.value().substring(0, item.value().indexOf('-')));
    }

    @ParameterizedTest
    @MethodSource("citing")
    void theSingleCauseIsAlwaysCitedFirstAndWithoutItTheItemFalls(Algorithm algorithm) {
        PreviewService previews = previews(app.attune.recommend.Shop.trained(PLANTED, small(algorithm)), 12);
        Preview preview = shown(previews);
        List<DecidedItem> items = preview.decision().items();
        assertTrue(items.size() >= 6, items::toString);
        for (DecidedItem item : items) {
            assertTrue(isPlanted(item.item()), item.item() + " is of a group the user has something of");
            assertEquals(
                    group(item.item()) + "-0", item.evidence().getFirst().item().value());
        }
        List<DeletionTest> tests = previews.deletionTests(preview, Progress.none());
        assertEquals(
                items.stream().map(DecidedItem::item).toList(),
                tests.stream().map(DeletionTest::item).toList());
        for (DeletionTest test : tests) {
            assertTrue(test.isLower(), test::toString);
            assertEquals(OptionalInt.empty(), test.cases().getFirst().place(), test::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("citing")
    void theRanksToldAreThoseThatTheModelItselfGives(Algorithm algorithm) {
        CatalogueModel model = app.attune.recommend.Shop.trained(PLANTED, small(algorithm));
        PreviewService previews = previews(model, 5);
        List<DeletionTest> tests = previews.deletionTests(shown(previews), Progress.none());
        assertEquals(5, tests.size());
        for (DeletionTest test : tests) {
            assertEquals(OptionalInt.of(test.place()), test.rank());
            for (DeletionTest.Without without : test.cases()) {
                OptionalInt rank = rank(model, test.item(), new HashSet<>(without.removed()));
                assertEquals(rank, without.rank(), test::toString);
                assertEquals(
                        rank.isPresent() && rank.getAsInt() <= 5 ? rank : OptionalInt.empty(),
                        without.place(),
                        test::toString);
            }
        }
    }

    /// 1 is the best.
    private static OptionalInt rank(CatalogueModel model, ItemId item, Set<ItemId> gone) {
        List<HistoryItem> left =
                HAD.stream().filter(had -> !gone.contains(had.item())).toList();
        List<ItemId> list = model.recommend(left, PLANTED.events().itemCount(), gone).stream()
                .map(Recommendation::item)
                .toList();
        return list.contains(item) ? OptionalInt.of(list.indexOf(item) + 1) : OptionalInt.empty();
    }

    @Test
    void rulesHoldOnWhileWhatIsCitedIsTakenAway() {
        PreviewService previews = new PreviewService(Shop.desk(
                List.of(FixedModel.popularity("3"), FixedModel.similar("2", "5", "3")),
                List.of(Rulebook.ruleFor("first", "everybody", new Treatment.Pin(new ItemId("3"), 1)))));
        Preview anna = previews.preview(new UserId("anna"));
        List<DeletionTest> tests = previews.deletionTests(anna, Progress.none());
        DeletionTest pinned = tests.getFirst();
        assertEquals("3", pinned.item().value());
        assertEquals(OptionalInt.of(3), pinned.rank());
        assertFalse(pinned.isLower());
        assertEquals(
                List.of("Without \u201cTwo-person tent\u201d it stays at 1."),
                new DeletionWords(anna::itemName).of(pinned));
    }

    @Test
    void wordsTellWhereTheItemGoes() {
        List<ItemId> one = List.of(new ItemId("1"));
        List<ItemId> other = List.of(new ItemId("4"));
        List<ItemId> both = List.of(new ItemId("1"), new ItemId("4"));
        DeletionTest test = new DeletionTest(
                new ItemId("2"),
                2,
                OptionalInt.of(2),
                List.of(
                        new DeletionTest.Without(one, OptionalInt.of(9), OptionalInt.of(9)),
                        new DeletionTest.Without(other, OptionalInt.of(2), OptionalInt.of(3)),
                        new DeletionTest.Without(both, OptionalInt.empty(), OptionalInt.of(1400))));
        assertEquals(
                List.of(
                        "Without \u201c1\u201d it falls from 2 to 9.",
                        "Without \u201c4\u201d it stays at 2; for the model it goes from 2 to 3.",
                        "Without both it leaves the list: the model has it at 1,400 then."),
                new DeletionWords(ItemId::value).of(test));
        assertEquals(
                "[{\"item\":\"2\",\"place\":2,\"rank\":2,\"without\":["
                        + "{\"removed\":[\"1\"],\"place\":9,\"rank\":9},"
                        + "{\"removed\":[\"4\"],\"place\":2,\"rank\":3},"
                        + "{\"removed\":[\"1\",\"4\"],\"rank\":1400}]}]",
                DeletionJson.write(List.of(test)).toString());
    }

    @Test
    void popularityCitesNothingSoNothingIsTested() {
        PreviewService previews = new PreviewService(Shop.desk(List.of(FixedModel.popularity("3", "1")), List.of()));
        assertEquals(List.of(), previews.deletionTests(previews.preview(new UserId("anna")), Progress.none()));
    }

    @Test
    void aCancelledTestEnds() {
        PreviewService previews = previews(app.attune.recommend.Shop.trained(PLANTED, Algorithm.ITEM_KNN.usual()), 5);
        Preview preview = shown(previews);
        assertThrows(
                CancellationException.class,
                () -> previews.deletionTests(preview, new Progress() {
                    @Override
                    public void report(String stage, long done, long total) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }));
    }
}
