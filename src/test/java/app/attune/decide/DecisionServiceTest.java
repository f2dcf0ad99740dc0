package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Decay;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommendService;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.store.H2ModelStore;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleImpact;
import app.attune.rules.RuleService;
import app.attune.rules.Rulebook;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.store.H2SegmentStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private final Database database = Database.inMemory("decide");
    private final Population population = Shop.population();
    private final SegmentService segments =
            new SegmentService(new H2SegmentStore(database), progress -> population, CLOCK);
    private final RuleService rules = new RuleService(new FakeRuleStore(), CLOCK);

    @TempDir
    private Path models;

    @BeforeEach
    void migrate() {
        Migrations.bundled().apply(database);
        for (SegmentDefinition segment : Shop.segments()) {
            segments.save(SegmentDraft.of(segment), "Ada", "");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DecisionService service() {
        return new DecisionService(segments, rules, new RecommendService(new H2ModelStore(database, models), CLOCK));
    }

    @Test
    void withoutTrainedModelsPopularityIsThereAndTrainedOnce() {
        DecisionService service = service();
        DecisionDesk desk = service.desk(Shop.AS_OF, 5, Progress.none());
        assertEquals(List.of(), desk.problems());
        assertEquals(
                Set.of(ModelShelf.POPULARITY), desk.setup().models().byKind().keySet());
        Decision ben = desk.decide(1);
        assertEquals(DecisionReason.RECOMMENDER, ben.reason());
        assertEquals(
                List.of("everybody"),
                ben.memberships().stream().map(SegmentId::value).toList());
        assertSame(
                desk.setup().models().byKind().get(ModelShelf.POPULARITY),
                service.desk(Shop.AS_OF, 9, Progress.none())
                        .setup()
                        .models()
                        .byKind()
                        .get(ModelShelf.POPULARITY));
        ItemId later = new ItemId("2");
        assertTrue(desk.mostPopular().stream().noneMatch(item -> item.item().equals(later)), "not popular yet");
        assertTrue(service.desk(Progress.none()).mostPopular().stream()
                .anyMatch(item -> item.item().equals(later)));
    }

    @Test
    void modelsTrainedOnSomethingElseThanTheDefaultAreTold() {
        RecommendService trained = new RecommendService(new H2ModelStore(database, models), CLOCK);
        Population busy = busyShop();
        InteractionOptions all = InteractionOptions.suggestFor(busy.events());
        train(trained, Algorithm.ITEM_KNN, all, busy);
        SegmentService asked = new SegmentService(new H2SegmentStore(database), progress -> busy, CLOCK);
        DecisionService service = new DecisionService(asked, rules, trained);
        train(trained, Algorithm.RECENT_POPULARITY, all.with(Decay.halfLife(7)), busy);
        assertEquals(List.of(), service.desk(Progress.none()).problems());
        train(trained, Algorithm.RP3BETA, all.with(Decay.halfLife(7)), busy);
        DecisionDesk desk = service.desk(Progress.none());
        assertEquals("rp3beta", desk.setup().models().defaultKind());
        assertEquals(
                List.of("What users did is weighed as for the model that is asked first. Trained on other event types,"
                        + " weights or another half-life: Item-kNN."),
                desk.problems().stream().map(Problem::message).toList());
    }

    private static void train(
            RecommendService models, Algorithm algorithm, InteractionOptions interactions, Population population) {
        models.train(population, TrainingRequest.of(algorithm.usual(), interactions), Progress.none());
    }

    /// Forty users who buy another of nine items every day.
    private static Population busyShop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        for (int user = 0; user < 40; user++) {
            for (int day = 0; day < 9; day++) {
                String item = "i" + (user * (user % 4 + 1) + day * (user % 2 + 1)) % 9;
                builder.event(
                        "u" + user, start.plus(Duration.ofDays(day)).plusSeconds(user), "purchase", item, Double.NaN);
            }
        }
        return Population.agreeing(builder.build(), ColumnTable.empty(40), "shop");
    }

    @Test
    void newestRulesDecide() {
        rules.save(List.of(Rulebook.ruleFor("hi", "everybody", Rulebook.offer("HELLO"))), "Ada", "");
        DecisionService service = service();
        assertEquals(
                "HELLO",
                service.desk(Progress.none()).decide(3).offer().orElseThrow().code());
        rules.save(List.of(), "Ada", "");
        assertTrue(service.desk(Progress.none()).decide(3).offer().isEmpty());
    }

    @Test
    void segmentThatCannotBeAskedIsSaidAndHasNobody() {
        var broken = new AttributeCondition("country", Comparison.AT_LEAST, List.of("three"));
        segments.save(new SegmentDraft(new SegmentId("broken"), "Broken", broken), "Ada", "");
        DecisionDesk desk = service().desk(Progress.none());
        assertEquals(
                List.of("decide.broken-segment"),
                desk.problems().stream().map(Problem::code).toList());
        assertTrue(desk.members(new SegmentId("broken")).isEmpty());
        assertEquals(3, new PreviewService(desk).segments().size());
    }

    @Test
    void basisHoldsWhatRulesAreJudgedAgainst() {
        Rule rule = Rulebook.ruleFor("hi", "buyers", Rulebook.offer("HELLO"));
        RuleBasis basis = service().basis(Progress.none());
        var reach = RuleImpact.of(List.of(rule), basis, Progress.none());
        assertEquals(3, reach.getFirst().matched());
        assertEquals(2, reach.getFirst().won());
        assertEquals(List.of(), RuleCheck.of(List.of(rule), basis, reach));
        assertEquals(
                "Alpine tent", basis.catalogue().name(basis.catalogue().items().get(1)));
        assertEquals(List.of("Stoves", "Tents"), basis.catalogue().values("category", 2));
    }
}
