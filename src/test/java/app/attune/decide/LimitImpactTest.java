package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommendService;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.store.H2ModelStore;
import app.attune.rules.ContextCondition;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.rules.replay.ChangeImpact;
import app.attune.rules.replay.ComparedLists;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import app.attune.segments.store.H2SegmentStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/// Whom limits of lists show other items, counted and recounted user by user with real models.
final class LimitImpactTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final int USERS = 40;
    private static final int PROGRAMS = 60;
    private static final int ITEMS = 14;

    @TempDir
    private Path models;

    @Test
    void usersWithAnotherListByLimitsAloneAreCountedAsDecidingOnEverybodyCounts() {
        try (Database database = Database.inMemory("limit-impact")) {
            Migrations.bundled().apply(database);
            DecisionService service = service(database);
            DecisionDesk desk = service.desk(Progress.none());
            int found = 0;
            for (int seed = 0; seed < PROGRAMS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                RuleProgram before = limited(RuleProgram.of(rules(random)), random);
                RuleProgram after = limited(random.nextInt(3) == 0 ? RuleProgram.of(rules(random)) : before, random);
                found += check(service, desk, new ChangeImpact.Change(before, after), "seed " + seed);
            }
            assertTrue(found > 100, () -> "limits matter to users");
        }
    }

    private static int check(DecisionService service, DecisionDesk desk, ChangeImpact.Change change, String seed) {
        var basis = service.basis(Progress.none());
        ChangeImpact impact = ChangeImpact.of(change, basis, service::lists, Progress.none());
        RoaringBitmap byRules = ChangeImpact.of(change, basis, ComparedLists.none(), Progress.none())
                .affected();
        RoaringBitmap expected = new RoaringBitmap();
        if (!change.before()
                .policy()
                .listLimits()
                .equals(change.after().policy().listLimits())) {
            for (int userIdx = 0; userIdx < USERS; userIdx++) {
                if (!byRules.contains(userIdx) && differs(desk, change, userIdx)) {
                    expected.add(userIdx);
                }
            }
        }
        assertEquals(expected, impact.byLimits(), seed);
        assertEquals(RoaringBitmap.or(byRules, expected), impact.affected(), seed);
        return expected.getCardinality();
    }

    private static boolean differs(DecisionDesk desk, ChangeImpact.Change change, int userIdx) {
        boolean differsAlways = differs(desk, change, userIdx, RequestContext.none());
        return differsAlways || (asksForBasket(change) && differs(desk, change, userIdx, basket()));
    }

    private static boolean differs(DecisionDesk desk, ChangeImpact.Change change, int userIdx, RequestContext context) {
        return !list(desk, change.before(), userIdx, context).equals(list(desk, change.after(), userIdx, context));
    }

    private static boolean asksForBasket(ChangeImpact.Change change) {
        return Stream.concat(change.before().rules().stream(), change.after().rules().stream())
                .anyMatch(rule -> !rule.limits().context().isAny());
    }

    private static RequestContext basket() {
        return new RequestContext(Optional.of("basket"), Optional.empty(), Optional.empty());
    }

    private static List<ItemId> list(DecisionDesk desk, RuleProgram program, int userIdx, RequestContext context) {
        return desk.under(program).decide(userIdx, context).items().stream()
                .map(DecidedItem::item)
                .toList();
    }

    private static RuleProgram limited(RuleProgram program, SplittableRandom random) {
        List<ListLimit> limits = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ListLimit.About about = random.nextBoolean()
                    ? new ListLimit.EachValue("kind")
                    : new ListLimit.Selected(new ItemSelector.Items(List.of(item(random), item(random))));
            limits.add(new ListLimit(about, 1 + random.nextInt(3)));
        }
        return program.withPolicy(program.policy().withListLimits(limits));
    }

    private static ItemId item(SplittableRandom random) {
        return new ItemId("i" + random.nextInt(ITEMS));
    }

    private static List<Rule> rules(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String item = item(random).value();
            Treatment treatment = switch (random.nextInt(5)) {
                case 0 -> Rulebook.boost(3, item);
                case 1 -> Rulebook.exclude(item);
                case 2 -> Rulebook.pin(item, 1 + random.nextInt(2));
                case 3 -> new Treatment.Recommend("popularity");
                default -> Rulebook.offer("C");
            };
            Rule rule = Rulebook.ruleFor("r" + i, random.nextBoolean() ? "everybody" : "buyers", treatment);
            ContextCondition asked = random.nextInt(3) == 0
                    ? ContextCondition.any().withPlacements(List.of("basket"))
                    : ContextCondition.any();
            rules.add(rule.withLimits(RuleLimits.none().withContext(asked)));
        }
        return rules;
    }

    private DecisionService service(Database database) {
        Population population = busyShop();
        SegmentService segments = new SegmentService(new H2SegmentStore(database), progress -> population, CLOCK);
        for (SegmentDefinition segment : Shop.segments()) {
            if (!segment.id().value().startsWith("norw")) {
                segments.save(SegmentDraft.of(segment), "Ada", "");
            }
        }
        RecommendService trained = new RecommendService(new H2ModelStore(database, models), CLOCK);
        InteractionOptions all = InteractionOptions.suggestFor(population.events());
        trained.train(population, TrainingRequest.of(Algorithm.ITEM_KNN.usual(), all), Progress.none());
        return new DecisionService(segments, new RuleService(new FakeRuleStore(), CLOCK), trained);
    }

    /// Forty users who each buy five or more of fourteen items of three kinds.
    private static Population busyShop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < ITEMS; item++) {
            builder.item("i" + item, Map.of("kind", "k" + item % 3));
        }
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        for (int user = 0; user < USERS; user++) {
            for (int day = 0; day < 9; day++) {
                String item = "i" + (user * (user % 4 + 1) + day * (user % 3 + 1)) % ITEMS;
                Instant at = start.plus(Duration.ofDays(day)).plusSeconds(user);
                builder.event("u" + user, at, user % 3 == 0 ? "view" : "purchase", item, Double.NaN);
            }
        }
        return Population.agreeing(builder.build(), ColumnTable.empty(USERS), "shop");
    }
}
