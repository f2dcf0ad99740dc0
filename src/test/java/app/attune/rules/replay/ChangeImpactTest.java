package app.attune.rules.replay;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.ruleFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.Candidate;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.Holdout;
import app.attune.rules.ItemPatterns;
import app.attune.rules.ListLimit;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCase;
import app.attune.rules.RuleEngine;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleOutcome;
import app.attune.rules.RulePlan;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import app.attune.rules.UserIds;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// For 200 users: everybody, and 50 who buy often; the last ten have not agreed.
final class ChangeImpactTest {
    private static final UserIds IDS = new UserIds() {
        @Override
        public String id(int userIdx) {
            return "u" + userIdx;
        }

        @Override
        public OptionalInt find(String id) {
            return OptionalInt.of(Integer.parseInt(id.substring(1)));
        }
    };

    private static final RuleBasis BASIS = new RuleBasis(
            RoaringBitmap.bitmapOfRange(0, 200),
            List.of(),
            Map.of(
                    new SegmentId("everybody"), RoaringBitmap.bitmapOfRange(0, 200),
                    new SegmentId("frequent"), RoaringBitmap.bitmapOfRange(100, 150)),
            RoaringBitmap.bitmapOfRange(190, 200),
            new FakeCatalogue().with("1", "Tents").with("2", "Tents").with("3", "Boots"),
            Set.of(),
            IDS,
            Instant.parse("2026-11-21T00:00:00Z"));

    private static final Problem MISSING = new Problem("model.damaged", "A model is damaged.", "Train it again.");

    private final Rule thanks = ruleFor("thanks", "frequent", offer("THANKS"));
    private final Rule welcome = ruleFor("welcome", "everybody", offer("HELLO"));

    private static ChangeImpact impact(List<Rule> before, List<Rule> after) {
        return impact(RuleProgram.of(before), RuleProgram.of(after), Progress.none());
    }

    private static ChangeImpact impact(RuleProgram before, RuleProgram after, Progress progress) {
        return ChangeImpact.of(new ChangeImpact.Change(before, after), BASIS, ComparedLists.none(), progress);
    }

    @Test
    void usersAreCountedByRule() {
        ChangeImpact swapped = impact(List.of(thanks, welcome), List.of(welcome, thanks));
        assertEquals(50, swapped.affected().getCardinality());
        assertEquals(
                List.of(
                        "50 of 200 users would be decided otherwise.",
                        "\u201cRule welcome\u201d: +50 users",
                        "\u201cRule thanks\u201d: \u221250 users"),
                ImpactWords.of(swapped));
        ChangeImpact dearer =
                impact(List.of(thanks, welcome), List.of(thanks, welcome.withTreatment(offer("HELLO10"))));
        assertEquals(140, dearer.affected().getCardinality());
        assertEquals(
                List.of(
                        "140 of 200 users would be decided otherwise.",
                        "\u201cRule welcome\u201d: another treatment for 140"),
                ImpactWords.of(dearer));
    }

    @Test
    void whatNobodyNoticesAffectsNobody() {
        Rule beaten = ruleFor("beaten", "frequent", offer("NEVER"));
        assertEquals(
                List.of("Nobody of 200 users would be decided otherwise."),
                ImpactWords.of(impact(List.of(welcome), List.of(welcome, beaten))));
    }

    @Test
    void whoGetsAnotherListByLimitsAloneIsCountedOnce() {
        RuleProgram before = RuleProgram.of(List.of(thanks));
        RulePolicy limited =
                before.policy().withListLimits(List.of(new ListLimit(new ListLimit.EachValue("category"), 1)));
        RuleProgram after =
                RuleProgram.of(List.of(thanks.withTreatment(offer("HELLO")))).withPolicy(limited);
        ComparedLists lists = (was, is, at, progress) -> new ComparedLists.Lists(
                (user, context) -> Integer.parseInt(user.value().substring(1)) >= 120, List.of(MISSING));
        ChangeImpact impact = ChangeImpact.of(new ChangeImpact.Change(before, after), BASIS, lists, Progress.none());
        assertEquals(RoaringBitmap.bitmapOfRange(150, 200), impact.byLimits());
        assertEquals(List.of(MISSING), impact.problems());
        assertEquals(
                List.of(
                        "100 of 200 users would be decided otherwise.",
                        "Limits of lists: another list for 50, whom rules treat alike. Compared with the models trained"
                                + " now.",
                        "\u201cRule thanks\u201d: another treatment for 50"),
                ImpactWords.of(impact));
    }

    @Test
    void noListsAreMadeUnderTheSameLimits() {
        RuleProgram rules = RuleProgram.of(List.of(thanks));
        ComparedLists lists = (was, is, at, progress) -> {
            throw new AssertionError("made");
        };
        RuleProgram none = RuleProgram.of(List.of());
        assertEquals(
                List.of("50 of 200 users would be decided otherwise.", "\u201cRule thanks\u201d: \u221250 users"),
                ImpactWords.of(ChangeImpact.of(new ChangeImpact.Change(rules, none), BASIS, lists, Progress.none())));
    }

    @Test
    void itCanBeCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(String step, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> impact(RuleProgram.of(List.of(thanks)), RuleProgram.of(List.of()), cancelled));
    }

    /// Every user decided on by the engine itself, with all items as candidates.
    @Test
    void randomChangesAreCountedAsDecidingOnEverybodyCounts() {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RuleProgram before = program(random);
            RuleProgram after = program(random);
            RoaringBitmap expected = new RoaringBitmap();
            for (int userIdx = 0; userIdx < 200; userIdx++) {
                if (!seen(before, userIdx, before, after).equals(seen(after, userIdx, before, after))) {
                    expected.add(userIdx);
                }
            }
            ChangeImpact impact = impact(before, after, Progress.none());
            assertEquals(expected, impact.affected(), "seed " + seed);
        }
    }

    private static RuleProgram program(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            Treatment treatment = switch (random.nextInt(4)) {
                case 0 -> offer("C" + random.nextInt(2));
                case 1 -> boost(2, "1");
                case 2 -> exclude("" + (1 + random.nextInt(3)));
                default -> pin("2", 1 + random.nextInt(2));
            };
            String segment = random.nextBoolean() ? "everybody" : "frequent";
            Rollout rollout = new Rollout(random.nextInt(3) == 0 ? 40 : 100, "");
            rules.add(ruleFor("r" + random.nextInt(2) + i, segment, treatment)
                    .withLimits(RuleLimits.none().withRollout(rollout)));
        }
        RuleProgram program = RuleProgram.of(rules);
        return random.nextInt(3) == 0
                ? program.withPolicy(program.policy().withHoldout(new Holdout(20, "s")))
                : program;
    }

    private record Seen(List<Treatment> offers, List<String> items) {}

    private static Seen seen(RuleProgram program, int userIdx, RuleProgram one, RuleProgram other) {
        Set<SegmentId> memberOf = new HashSet<>();
        BASIS.audiences().forEach((segment, users) -> {
            if (users.contains(userIdx)) {
                memberOf.add(segment);
            }
        });
        Personalisation personalisation = userIdx < 190 ? Personalisation.ALLOWED : Personalisation.REFUSED;
        RuleCase asked =
                new RuleCase(new UserId("u" + userIdx), memberOf, personalisation, BASIS.at(), RequestContext.none());
        RulePlan plan = RuleEngine.plan(program, asked, BASIS.catalogue());
        List<Candidate> items = ItemPatterns.representatives(
                Stream.concat(one.rules().stream(), other.rules().stream()).toList(),
                BASIS.catalogue(),
                Progress.none());
        RuleOutcome outcome = RuleEngine.apply(plan, items, BASIS.catalogue(), 20);
        return new Seen(
                plan.offers().stream().map(Rule::treatment).toList(),
                outcome.items().stream()
                        .map(item -> item.item() + " " + item.factor() + " "
                                + item.pinnedBy().isPresent())
                        .toList());
    }
}
