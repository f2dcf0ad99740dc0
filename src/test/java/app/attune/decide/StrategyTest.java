package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.decide.Stage.Cause;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What stages of decisions tell, on the small shop: anna (0) has 1 and 4, ben (1) has 3, cora (2) refused, dan (3) did
/// nothing.
final class StrategyTest {
    private static final List<String> ITEMS = List.of("1", "2", "3", "4", "5");
    private static final List<FixedModel> MODELS =
            List.of(FixedModel.popularity("3", "1", "4", "2", "5"), FixedModel.similar("2", "5", "3"));

    private static Explained explain(int userIdx, Rule... rules) {
        return Shop.desk(MODELS, List.of(rules)).explain(userIdx, RequestContext.none());
    }

    private static Stage stage(Explained explained, Stage.Name name) {
        return explained.strategy().stages().stream()
                .filter(stage -> stage.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static String whyNot(Explained explained, String item) {
        return new StrategyWords(explained, ItemId::value).whyNot(new ItemId(item));
    }

    @Test
    void everyStageSaysWhatItTookAndWhy() {
        Explained anna = explain(
                0,
                Rulebook.ruleFor("no-boots", "everybody", Rulebook.exclude("3")),
                Rulebook.ruleFor("pots", "everybody", Rulebook.boost(3, "5")),
                Rulebook.ruleFor("tent", "everybody", Rulebook.pin("1", 3)));
        assertEquals(
                List.of(
                        "Candidates 5 3: Item-kNN gives 3 candidates; 2 the user has already",
                        "Filters 3 2: 1 excluded by “Rule no-boots”",
                        "Ranking 2 2: 1 boosted or buried",
                        "Pins 2 3: 1 added by pins",
                        "Limits 3 3: ",
                        "List 3 3: "),
                lines(anna));
        assertEquals(
                "Item 3 ended at Filters: the rule “Rule no-boots” excludes it. Before, it was ranked 3 of 3 with the"
                        + " score 1.000.",
                whyNot(anna, "3"));
        assertEquals(
                "Item 4 ended at Candidates: the user has it already, and models do not recommend what is in the"
                        + " history.",
                whyNot(anna, "4"));
        assertEquals("Item 1 is on the list, at place 3.", whyNot(anna, "1"));
        assertEquals("Item 9 is in no catalogue, model or rule here.", whyNot(anna, "9"));
    }

    @Test
    void whatALimitHoldsBackNamesTheLimit() {
        RulePolicy oneOfEach =
                RulePolicy.usual().withListLimits(List.of(new ListLimit(new ListLimit.EachValue("category"), 1)));
        Explained dan = Shop.desk(MODELS, List.of())
                .under(new RuleProgram(oneOfEach, List.of()))
                .explain(3, RequestContext.none());
        assertEquals("Item 4 is on the list, at place 3.", whyNot(dan, "4"));
        assertEquals(0, stage(dan, Stage.Name.LIMITS).dropped().size());
        RuleProgram withoutStove =
                new RuleProgram(oneOfEach, List.of(Rulebook.ruleFor("no-stove", "everybody", Rulebook.exclude("4"))));
        Explained held = Shop.desk(MODELS, List.of()).under(withoutStove).explain(3, RequestContext.none());
        assertEquals(
                "Item 2 ended at Limits: it is ranked 3 of 4 with the score 2.000, and the list has the most that a"
                        + " limit allows: 1 item of each category.",
                whyNot(held, "2"));
    }

    private static List<String> lines(Explained explained) {
        StrategyWords words = new StrategyWords(explained, ItemId::value);
        return explained.strategy().stages().stream()
                .map(one -> StrategyWords.name(one.name()) + " " + one.in() + " " + one.out() + ": " + words.of(one))
                .toList();
    }

    @Test
    void theModelThatHadNothingIsNamedBeforeTheOneThatHad() {
        Explained dan = explain(3, Rulebook.ruleFor("bury", "everybody", Rulebook.bury(.1, "3")));
        assertEquals(
                "Item-kNN has none; Popularity gives 5 candidates",
                new StrategyWords(dan, ItemId::value).of(stage(dan, Stage.Name.CANDIDATES)));
        assertEquals(
                "Item 3 ended at List: it is ranked 5 of 5 with the score 0.5000 after the rule “Rule bury” changed"
                        + " its score, and 3 places are filled without it.",
                whyNot(dan, "3"));
    }

    @Test
    void whatOnlyModelsOrOnlyRulesLeaveOutIsToldApart() {
        Explained ben = explain(1, Rulebook.ruleFor("far", "everybody", Rulebook.pin("4", 9)));
        assertEquals(
                List.of(Cause.NOT_PROPOSED, Cause.SEEN, Cause.NOT_PROPOSED),
                stage(ben, Stage.Name.CANDIDATES).dropped().stream()
                        .map(Stage.Dropped::cause)
                        .toList());
        assertEquals(new ItemFate.Listed(3), ben.strategy().fate(new ItemId("4")));
        Explained refused = explain(2);
        assertEquals(
                Set.of(), new HashSet<>(stage(refused, Stage.Name.CANDIDATES).dropped()));
    }

    @Test
    void pinsBelowTheListEndThere() {
        Explained dan = explain(3, Rulebook.ruleFor("far", "everybody", Rulebook.pin("5", 9)));
        ItemFate fate = dan.strategy().fate(new ItemId("5"));
        assertTrue(
                fate instanceof ItemFate.Fell fell
                        && fell.dropped().cause() == Cause.PIN_NO_PLACE
                        && fell.dropped().rule().equals(java.util.Optional.of(new RuleId("far"))),
                fate::toString);
    }

    /// The same decision as without the account; counts add up; every item ends once, with its cause.
    @Test
    void countsAddUpAndEveryItemEndsSomewhereOnRandomPrograms() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Rule> rules = rules(random);
            List<ListLimit> limits =
                    random.nextBoolean() ? List.of() : List.of(new ListLimit(new ListLimit.EachValue("category"), 1));
            DecisionDesk desk = Shop.desk(MODELS, List.of())
                    .under(new RuleProgram(RulePolicy.usual().withListLimits(limits), rules));
            int userIdx = random.nextInt(4);
            Explained explained = desk.explain(userIdx, RequestContext.none());
            String about = "Seed " + seed + ": " + rules + " gives " + explained;
            assertEquals(desk.decide(userIdx), explained.decision(), about);
            assertAddsUp(explained.strategy(), about);
            assertEnds(explained, rules, about);
        }
    }

    private static void assertAddsUp(Strategy strategy, String about) {
        int left = 5;
        for (Stage stage : strategy.stages()) {
            assertEquals(left, stage.in(), about);
            assertEquals(
                    stage.in() + stage.added(), stage.out() + stage.dropped().size(), about);
            left = stage.out();
        }
        assertEquals(strategy.listed().size(), left, about);
    }

    /// Brute force: what is not on the list was seen, or scored by no model, or is excluded, or had a score below all
    /// that have a place.
    private static void assertEnds(Explained explained, List<Rule> rules, String about) {
        List<ItemId> listed =
                explained.decision().items().stream().map(DecidedItem::item).toList();
        double least = explained.decision().items().stream()
                .filter(item -> item.source() != DecidedItem.Source.RULE)
                .mapToDouble(DecidedItem::score)
                .min()
                .orElse(0);
        for (String id : ITEMS) {
            ItemId item = new ItemId(id);
            switch (explained.strategy().fate(item)) {
                case ItemFate.Listed at -> assertEquals(item, listed.get(at.place() - 1), about);
                case ItemFate.Fell fell -> {
                    assertTrue(!listed.contains(item), about);
                    assertRight(fell.dropped(), rules, least, about);
                }
                case ItemFate.Unknown ignored -> throw new AssertionError(id + " is unknown: " + about);
            }
        }
    }

    private static void assertRight(Stage.Dropped dropped, List<Rule> rules, double least, String about) {
        List<String> excluding = rules.stream()
                .filter(rule -> rule.treatment() instanceof Treatment.Exclude
                        && rule.treatment().isAbout(dropped.item(), app.attune.rules.ItemAttributes.none()))
                .map(rule -> rule.id().value())
                .toList();
        switch (dropped.cause()) {
            case EXCLUDED ->
                assertTrue(excluding.contains(dropped.rule().orElseThrow().value()), about);
            case NO_PLACE -> assertTrue(least == 0 || dropped.score() <= least, about);
            case PIN_NO_PLACE ->
                assertTrue(
                        rules.stream()
                                .filter(rule -> rule.id().equals(dropped.rule().orElseThrow()))
                                .allMatch(rule -> rule.treatment() instanceof Treatment.Pin pin && pin.place() > 3),
                        about);
            case LIMITED -> assertEquals("1 item of each category", dropped.limit(), about);
            case SEEN, NOT_PROPOSED -> assertTrue(dropped.rank().isEmpty(), about);
        }
    }

    private static List<Rule> rules(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        IntStream.range(0, random.nextInt(7))
                .forEach(i -> rules.add(Rulebook.ruleFor("r" + i, "everybody", treatment(random))));
        return rules;
    }

    private static Treatment treatment(SplittableRandom random) {
        ItemSelector some = Rulebook.items(ITEMS.get(random.nextInt(5)), ITEMS.get(random.nextInt(5)));
        return switch (random.nextInt(5)) {
            case 0 -> new Treatment.Boost(some, 2.5);
            case 1 -> new Treatment.Bury(some, .3);
            case 2 -> new Treatment.Pin(new ItemId(ITEMS.get(random.nextInt(5))), 1 + random.nextInt(6));
            case 3 -> new Treatment.Exclude(some);
            default -> new Treatment.Recommend(random.nextBoolean() ? "popularity" : "item-knn");
        };
    }
}
