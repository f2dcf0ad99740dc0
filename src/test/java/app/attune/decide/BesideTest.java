package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.recommend.Algorithm;
import app.attune.recommend.FakeModelStore;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderModel;
import app.attune.recommend.TrainingRequest;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.Rule;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleService;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.rules.VersionName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class BesideTest {
    private static final Clock CLOCK = app.attune.recommend.Shop.CLOCK;
    private static final UserId ANNA = new UserId("anna");
    private static final UserId CORA = new UserId("cora");
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(String step, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };
    private static final List<FixedModel> MODELS =
            List.of(FixedModel.popularity("3", "1", "4", "2", "5"), FixedModel.similar("2", "5", "3"));

    private final RuleService rules = new RuleService(new FakeRuleStore(), CLOCK);
    private final RecommendService models = new RecommendService(new FakeModelStore(), CLOCK);
    private final Map<ModelId, RecommenderModel> loaded = new HashMap<>();
    private final Others others = new StoredOthers(rules, models, loaded);

    private PreviewService previews(List<Rule> now) {
        return new PreviewService(Shop.desk(MODELS, now), others);
    }

    private static List<Rule> pinning(String item) {
        return List.of(Rulebook.ruleFor("first", "everybody", new Treatment.Pin(new ItemId(item), 1)));
    }

    @Test
    void changesTellWhatMovedCameAndWent() {
        List<ListChange> changes = ListChange.of(items("a", "b", "c", "d"), items("c", "b", "e"));
        assertEquals(
                List.of("c UP 2", "b SAME 0", "e NEW 0", "a GONE 0", "d GONE 0"),
                changes.stream()
                        .map(one -> one.item() + " " + one.kind() + " " + one.places())
                        .toList());
        assertEquals(OptionalInt.of(1), changes.get(3).before());
        assertEquals(
                List.of("up 2", "", "new", "gone", "gone"),
                changes.stream().map(BesideWords::of).toList());
    }

    private static List<DecidedItem> items(String... ids) {
        PreviewService shop = new PreviewService(Shop.desk(List.of(FixedModel.similar("2")), List.of()));
        DecidedItem like = shop.preview(ANNA).decision().items().getFirst();
        return java.util.stream.IntStream.range(0, ids.length)
                .mapToObj(at -> new DecidedItem(
                        at + 1,
                        new ItemId(ids[at]),
                        1,
                        1,
                        1,
                        like.source(),
                        like.rule(),
                        like.sentence(),
                        like.evidence()))
                .toList();
    }

    @Test
    void anotherVersionOfTheRulesIsSetBeside() {
        rules.save(pinning("4"), "Ada", "Stove first");
        rules.save(pinning("5"), "Ada", "Pot first");
        PreviewService previews = previews(pinning("5"));
        assertEquals(List.of(new Other.Rules(1, "Stove first")), previews.others());
        Beside beside =
                previews.beside(previews.preview(ANNA), previews.others().getFirst(), Progress.none());
        assertEquals("Rules version 1: Stove first", beside.title());
        assertEquals(
                List.of("4 NEW", "2 SAME", "5 DOWN"),
                beside.items().stream()
                        .map(one -> one.item() + " " + one.kind())
                        .limit(3)
                        .toList());
        assertEquals("1 of 3 items at the same place, 1 new, 1 gone, 1 moved", BesideWords.inShort(beside));
        assertEquals(List.of(), BesideWords.differences(beside));
    }

    @Test
    void theVersionThatDecidesIsNotSetBesideItselfWhereThereAreBranches() {
        rules.save(pinning("4"), "Ada", "Stove first");
        rules.save(pinning("5"), "Ada", "Pot first");
        VersionName summer = new VersionName("summer");
        rules.branch(summer, 2);
        rules.choose(summer);
        rules.save(pinning("2"), "Ada", "Tent first");
        rules.choose(RuleBranches.MAIN);
        assertEquals(
                List.of(new Other.Rules(3, "Tent first"), new Other.Rules(1, "Stove first")),
                previews(pinning("5")).others());
    }

    @Test
    void offersAndRulesThatDifferAreSaid() {
        rules.save(List.of(Rulebook.ruleFor("thanks", "buyers", Rulebook.offer("THANKS"))), "Ada", "");
        rules.save(List.of(), "Ada", "");
        PreviewService previews = previews(List.of());
        Beside beside = previews.beside(previews.preview(ANNA), new Other.Rules(1, ""), Progress.none());
        assertEquals("The same 3 items at the same places", BesideWords.inShort(beside));
        assertEquals(
                List.of(
                        "Offers: THANKS instead of none.",
                        "The rule \u201cRule thanks\u201d fires; it is not in the other."),
                BesideWords.differences(beside));
        assertEquals(
                "THANKS", BesideJson.write(beside).at("/decision/offer/code").asText());
        assertEquals("same", BesideJson.write(beside).at("/changes/0/change").asText());
    }

    @Test
    void aModelGivesTheListWhateverARuleNamesAndNobodyIsPersonalisedWithoutConsent() {
        ModelCard card = train();
        PreviewService previews =
                previews(List.of(Rulebook.ruleFor("similar", "everybody", new Treatment.Recommend("item-knn"))));
        Other other = new Other.Model(card.id());
        assertEquals(List.of(other), previews.others());
        Beside beside = previews.beside(previews.preview(ANNA), other, Progress.none());
        assertEquals(
                models.model(card.id()).recommend(List.of(), 3, Set.of()).stream()
                        .map(found -> found.item())
                        .toList(),
                beside.after().items().stream().map(DecidedItem::item).toList());
        assertEquals(
                "The list comes from Popularity instead of Item-kNN, chosen by a rule.",
                BesideWords.differences(beside).getFirst());
        assertEquals(
                DecisionReason.DISABLED,
                previews.beside(previews.preview(CORA), other, Progress.none())
                        .after()
                        .reason());
    }

    @Test
    void whatIsNotThereIsAProblem() {
        PreviewService previews = previews(List.of());
        Preview anna = previews.preview(ANNA);
        for (Other other : List.of(new Other.Rules(7, ""), new Other.Model(new ModelId("ease", 1)))) {
            assertThrows(ProblemException.class, () -> previews.beside(anna, other, Progress.none()));
        }
    }

    @Test
    void onlyTheLastDeskIsKept() {
        List<String> made = new ArrayList<>();
        PreviewService previews = new PreviewService(Shop.desk(MODELS, List.of()), new Others() {
            @Override
            public List<Other> all() {
                return List.of();
            }

            @Override
            public DecisionDesk desk(Other other, DecisionDesk now, Progress progress) {
                made.add(other.title());
                return now;
            }
        });
        for (int version : new int[] {1, 1, 2, 1}) {
            previews.beside(previews.preview(ANNA), new Other.Rules(version, ""), Progress.none());
        }
        assertEquals(List.of("Rules version 1", "Rules version 2", "Rules version 1"), made);
    }

    @Test
    void aModelThatIsLoadedIsNotReadAgain() {
        ModelId id = train().id();
        loaded.put(id, FixedModel.popularity("5", "4"));
        PreviewService previews = previews(List.of());
        Beside beside = previews.beside(previews.preview(ANNA), new Other.Model(id), Progress.none());
        assertEquals(new ItemId("5"), beside.after().items().getFirst().item());
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotDecided() {
        ModelId id = train().id();
        PreviewService previews = previews(List.of());
        Preview anna = previews.preview(ANNA);
        rules.save(pinning("4"), "Ada", "");
        for (Other other : List.of(new Other.Model(id), new Other.Rules(1, ""))) {
            assertThrows(CancellationException.class, () -> previews.beside(anna, other, CANCELLED));
        }
        WhatIf later = WhatIf.of(List.of(), List.of(), "2026-11-03", Shop.frame());
        assertThrows(CancellationException.class, () -> previews.whatIf(anna, later, CANCELLED));
    }

    private ModelCard train() {
        return models.train(
                app.attune.recommend.Shop.withTastes(60, 14, 5),
                TrainingRequest.of(Algorithm.POPULARITY.usual(), app.attune.recommend.Shop.PURCHASES),
                Progress.none());
    }
}
