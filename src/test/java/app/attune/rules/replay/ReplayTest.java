package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.ListLimit;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.rules.Rulebook;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.WhenMissing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a replay says of rules and of other rules.
final class ReplayTest {
    private static final int USERS = 300;
    private static final List<Rule> RULES = List.of(
            Rulebook.ruleFor("warm", "warm", Rulebook.offer("WARM")),
            Rulebook.ruleFor("cart", "abandoner", Rulebook.offer("CART")));
    private static final RuleProgram BEFORE = RuleProgram.of(RULES);
    private static final RuleProgram SWAPPED = RuleProgram.of(RULES.reversed());
    private final ReplayedShop shop = ReplayedShop.random(5, USERS);
    private final ReplayGround ground = ReplaySqlTest.ground(shop);
    private final ReplayOptions options = ReplaySqlTest.options(Occasion.EVENT);

    @Test
    void limitsOfListsThatDifferAreSaidNotToBeCompared() {
        ReplayGround ground = ReplaySqlTest.ground(ReplayedShop.random(5, 50));
        RuleProgram limited = BEFORE.withPolicy(
                BEFORE.policy().withListLimits(List.of(new ListLimit(new ListLimit.EachValue("category"), 1))));
        ReplayOptions options = ReplaySqlTest.options(Occasion.EVENT);
        ReplayComparison compared = Replay.compare(BEFORE, limited, ground, options, Progress.none());
        assertThat(compared.decisions()).isZero();
        assertThat(compared.notes()).extracting(note -> note.code()).containsExactly("replay.limits");
        assertThat(Replay.of(limited, ground, options, Progress.none()).notes()).isEmpty();
    }

    @Test
    void orderOfArrivalChangesNothing() {
        ReplayReport inOrder = Replay.of(BEFORE, ground, options, Progress.none());
        for (int seed = 1; seed <= 5; seed++) {
            ReplayGround late = ReplaySqlTest.ground(shop.shuffled(seed));
            assertThat(Replay.of(BEFORE, late, options, Progress.none())).isEqualTo(inOrder);
        }
    }

    @Test
    void sameRulesInOtherWordsChangeNothing() {
        RuleProgram renamed = RuleProgram.of(RULES.stream()
                .map(rule -> rule.withName("New name").withAbout(RuleAbout.intent("clearer")))
                .toList());

        ReplayComparison comparison = Replay.compare(BEFORE, renamed, ground, options, Progress.none());

        assertThat(comparison.decisions()).isZero();
        assertThat(comparison.users()).isZero();
        assertThat(comparison.examples()).isEmpty();
        assertThat(comparison.byDay()).containsOnly(0L);
    }

    /// Who was offered WARM although the other rule matched too is offered CART.
    @Test
    void swappedRulesChangeTheDecisionsBothMatch() {
        ReplayComparison comparison = Replay.compare(BEFORE, SWAPPED, ground, options, Progress.none());

        long both = comparison.before().rules().get(1).lost();
        assertThat(both).isPositive();
        assertThat(comparison.decisions()).isEqualTo(both);
        assertThat(comparison.byPart()).containsExactly(Map.entry(ReplayComparison.Part.OFFER, both));
        assertThat(comparison.byDay().stream().mapToLong(Long::longValue).sum()).isEqualTo(both);
        assertThat(comparison.after().rules().getFirst().fired())
                .isEqualTo(comparison.before().rules().get(1).fired() + both);
        assertThat(comparison.examples())
                .hasSize(Math.min(100, comparison.users()))
                .isSortedAccordingTo(Comparator.comparingInt((ReplayComparison.Example example) ->
                        Integer.parseInt(example.user().value().substring(1))));
    }

    @Test
    void partsOfADecisionAreToldApart() {
        FakeCatalogue catalogue =
                new FakeCatalogue().with("a", "tent").with("b", "tent").with("c", "stove");
        ReplayGround items = new ReplayGround(ground.population(), ground.segments(), catalogue, "popularity");
        List<Rule> after = List.of(
                Rulebook.ruleFor("pin", "warm", Rulebook.pin("a", 1)),
                Rulebook.ruleFor("boost", "warm", Rulebook.boost(2, "b")),
                Rulebook.ruleFor("hide", "warm", Rulebook.exclude("c")),
                Rulebook.ruleFor("list", "warm", new Treatment.Recommend("ease")));

        ReplayComparison comparison =
                Replay.compare(RuleProgram.of(List.of()), RuleProgram.of(after), items, options, Progress.none());

        long warm = comparison.after().rules().getLast().fired();
        assertThat(comparison.byPart())
                .containsOnlyKeys(
                        ReplayComparison.Part.MODEL,
                        ReplayComparison.Part.PINS,
                        ReplayComparison.Part.SCORES,
                        ReplayComparison.Part.EXCLUSIONS)
                .allSatisfy((part, count) -> assertThat(count).isEqualTo(warm));
    }

    @Test
    void aPinThatMovesIsADifferenceAndOneThatIsKeptIsNone() {
        FakeCatalogue catalogue = new FakeCatalogue().with("a", "tent").with("b", "stove");
        ReplayGround items = new ReplayGround(ground.population(), ground.segments(), catalogue, "popularity");
        RuleProgram third = RuleProgram.of(List.of(Rulebook.ruleFor("pin", "warm", Rulebook.pin("a", 3))));
        RuleProgram fifth = RuleProgram.of(List.of(Rulebook.ruleFor("pin", "warm", Rulebook.pin("a", 5))));
        RuleProgram hidden = RuleProgram.of(List.of(
                Rulebook.ruleFor("pin", "warm", Rulebook.pin("a", 3)),
                Rulebook.ruleFor("hide", "warm", Rulebook.exclude("b"))));

        ReplayComparison moved = Replay.compare(third, fifth, items, options, Progress.none());
        ReplayComparison kept = Replay.compare(third, hidden, items, options, Progress.none());

        long warm = moved.after().rules().getFirst().fired();
        assertThat(warm).isPositive();
        assertThat(moved.byPart()).containsExactly(Map.entry(ReplayComparison.Part.PINS, warm));
        assertThat(kept.byPart()).containsExactly(Map.entry(ReplayComparison.Part.EXCLUSIONS, warm));
    }

    @Test
    void aDayThatDoesNotBelongToThePeriodIsNotThere() {
        Instant from = Instant.parse("2026-01-10T00:00:00Z");
        ReplayOptions week = new ReplayOptions(new TimeWindow(from, from.plus(Duration.ofDays(7))), Occasion.EVENT);

        assertThat(Replay.of(BEFORE, ground, week, Progress.none()).decisionsByDay())
                .hasSize(7);
    }

    @Test
    void aModelThatIsAskedAnywayIsNoDifference() {
        RuleProgram named =
                RuleProgram.of(List.of(Rulebook.ruleFor("list", "warm", new Treatment.Recommend("popularity"))));

        ReplayComparison comparison =
                Replay.compare(RuleProgram.of(List.of()), named, ground, options, Progress.none());

        assertThat(comparison.after().rules().getFirst().fired()).isPositive();
        assertThat(comparison.decisions()).isZero();
    }

    @Test
    void chainsAndCollectedOffersAreToldApart() {
        RuleProgram one = RuleProgram.of(List.of(Rulebook.ruleFor("list", "warm", new Treatment.Recommend("als"))));
        RuleProgram chain = one.withRules(
                List.of(Rulebook.ruleFor("list", "warm", new Treatment.Recommend("als", List.of("item-knn")))));
        RuleProgram idle = one.withRules(
                List.of(Rulebook.ruleFor("list", "warm", new Treatment.Recommend("als", List.of("popularity")))));
        ReplayComparison longer = Replay.compare(one, chain, ground, options, Progress.none());
        assertThat(longer.decisions()).isPositive();
        assertThat(new EffectWords(ItemId::value)
                        .differences(
                                longer.examples().getFirst().before(),
                                longer.examples().getFirst().after()))
                .containsExactly("a list from als, else Item-kNN, else Popularity instead of als, else Popularity");
        assertThat(Replay.compare(one, idle, ground, options, Progress.none()).decisions())
                .isZero();

        RuleProgram collecting = BEFORE.withPolicy(RulePolicy.usual().withHitPolicy(HitPolicy.COLLECT));
        ReplayComparison more = Replay.compare(BEFORE, collecting, ground, options, Progress.none());
        assertThat(more.decisions())
                .isEqualTo(more.before().rules().get(1).lost())
                .isPositive();
        assertThat(more.byPart()).containsOnlyKeys(ReplayComparison.Part.OFFER);
    }

    @Test
    void everyDayOfThePeriodIsThereAndSumsUp() {
        ReplayReport report = Replay.of(BEFORE, ground, options, Progress.none());

        assertThat(report.decisionsByDay().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(report.decisions());
        for (ReplayedRule rule : report.rules()) {
            assertThat(rule.firedByDay()).hasSameSizeAs(report.decisionsByDay());
            assertThat(rule.firedByDay().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(rule.fired());
            assertThat(rule.causes().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(rule.lost());
        }
    }

    @Test
    void aPeriodWithoutEventsHasNoDecisions() {
        Instant later = Instant.parse("2030-01-01T00:00:00Z");
        ReplayOptions empty = new ReplayOptions(new TimeWindow(later, later.plusSeconds(86_400)), Occasion.SESSION);

        ReplayReport report = Replay.of(BEFORE, ground, empty, Progress.none());

        assertThat(report.decisions()).isZero();
        assertThat(report.users()).isZero();
    }

    @Test
    void notesSayWhatIsReadOnceADayAndWhatCannotBeAsked() {
        SegmentDefinition top = definition(
                "warm", new RankCondition(RankCondition.Rank.TOP, 10, new RankCondition.Ranked.Attribute("country")));
        SegmentDefinition broken = definition(
                "abandoner", new AttributeCondition("country", Comparison.AT_LEAST, List.of("5", "6"), WhenMissing.NO));
        ReplayGround odd =
                new ReplayGround(ground.population(), List.of(top, broken), ground.catalogue(), "popularity");

        ReplayReport report = Replay.of(BEFORE, odd, options, Progress.none());

        assertThat(report.notes()).extracting(Problem::code).contains("replay.broken-segment");
        assertThat(report.rules()).extracting(ReplayedRule::fired).contains(0L);
    }

    @Test
    void aCancelledReplayEnds() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 20;
            }
        };
        assertThatThrownBy(() -> Replay.of(BEFORE, ground, options, impatient))
                .isInstanceOf(CancellationException.class);
    }

    private static SegmentDefinition definition(String id, Condition condition) {
        return new SegmentDefinition(new SegmentId(id), 1, "Segment " + id, condition, "ana", "", Instant.EPOCH);
    }

    @Test
    void examplesCanBeDecidedAgain() {
        ReplayComparison comparison = Replay.compare(BEFORE, SWAPPED, ground, options, Progress.none());
        List<ReplayComparison.Example> examples = new ArrayList<>(comparison.examples());
        assertThat(examples).isNotEmpty();
        for (ReplayComparison.Example example : examples) {
            TimeWindow moment = new TimeWindow(example.at(), example.at().plusMillis(1));
            ReplayComparison one =
                    Replay.compare(BEFORE, SWAPPED, ground, new ReplayOptions(moment, Occasion.EVENT), Progress.none());
            assertThat(one.examples()).contains(example);
        }
    }

    /// Rollouts, the holdout and schedules cut the same decisions as if each were looked at by itself.
    @Test
    void rolloutsHoldoutAndSchedulesCount() {
        Rollout half = new Rollout(50, "salt");
        Holdout held = new Holdout(30, "");
        Schedule weekend = new Schedule(
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                Optional.empty(),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Optional.empty());
        Rule rule = RULES.getFirst();
        Rule narrowed = rule.withLimits(rule.limits().withRollout(half).withSchedule(weekend));
        RuleProgram program =
                RuleProgram.of(List.of(narrowed)).withPolicy(RulePolicy.usual().withHoldout(held));

        ReplayedRule counted =
                Replay.of(program, ground, options, Progress.none()).rules().getFirst();

        long fired = 0;
        long heldOut = 0;
        for (ReplayComparison.Example decision : everyDecision(rule)) {
            boolean runs = weekend.isRunning(decision.at()) && half.has(rule.id(), decision.user());
            fired += runs && !held.has(decision.user()) ? 1 : 0;
            heldOut += runs && held.has(decision.user()) ? 1 : 0;
        }
        assertThat(counted.fired()).isEqualTo(fired).isPositive();
        assertThat(counted.causes()).isEqualTo(Map.of(RuleTrace.Cause.HOLDOUT, heldOut));
    }

    /// Where the rule fires when it is not narrowed: each user and moment replayed by itself.
    private List<ReplayComparison.Example> everyDecision(Rule rule) {
        RuleProgram nothing = RuleProgram.of(List.of());
        List<ReplayComparison.Example> all = new ArrayList<>();
        for (ReplayedShop.Row row : shop.rows()) {
            Instant at = Instant.ofEpochMilli(row.time());
            ReplayOptions moment = new ReplayOptions(new TimeWindow(at, at.plusMillis(1)), Occasion.EVENT);
            if (options.period().contains(at)) {
                Replay.compare(nothing, RuleProgram.of(List.of(rule)), ground, moment, Progress.none())
                        .examples()
                        .stream()
                        .filter(example -> example.user().value().equals("u" + row.user()))
                        .filter(example -> !all.contains(example))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
