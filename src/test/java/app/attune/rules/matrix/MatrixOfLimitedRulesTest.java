package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.Personalisation;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.rules.UserIds;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/// Holds the matrix of random rules with rollouts, schedules and contexts against the users of [Grid], whose places by
/// their ids decide; once without showing it anybody, once with some of them as the users there are.
class MatrixOfLimitedRulesTest {
    private static final int RULE_SETS = Integer.getInteger("attune.rule-sets", 300);
    private static final ItemCatalogue CATALOGUE = new MatrixAgainstBruteForceTest.FewItems();

    private static final int EVERY = 331;
    private final Population population = Grid.population();
    private final SegmentEvaluator evaluator = new SegmentEvaluator();
    private final Map<String, Integer> counts = new TreeMap<>();

    /// A random rule set and whom its rules are for: by the segment alone, and with the rollout too.
    private record Ground(
            RuleProgram program,
            List<SegmentDefinition> segments,
            Map<SegmentId, RoaringBitmap> audiences,
            Map<RuleId, RoaringBitmap> users,
            String words) {
        List<Rule> rules() {
            return program.rules();
        }

        /// The same of some users only.
        Ground among(RoaringBitmap some) {
            Map<SegmentId, RoaringBitmap> fewer = new HashMap<>();
            audiences.forEach((segment, all) -> fewer.put(segment, RoaringBitmap.and(all, some)));
            Map<RuleId, RoaringBitmap> left = new HashMap<>();
            users.forEach((rule, all) -> left.put(rule, RoaringBitmap.and(all, some)));
            return new Ground(program, segments, fewer, left, words);
        }
    }

    @Test
    void whatIsProvedHoldsWithRollouts() {
        for (int seed = 0; seed < RULE_SETS; seed++) {
            Ground ground = ground(seed);
            check(ground, matrix(ground, new RoaringBitmap(), Map.of()));
        }
        System.out.println(RULE_SETS + " rule sets with limits, nobody shown: " + counts);
        assertThat(counts).containsKeys("not read", "shadowed", "redundant", "unreachable", "gap");
    }

    @Test
    void whatIsCountedIsCountedWithRollouts() {
        RoaringBitmap some = new RoaringBitmap();
        for (int user = 0; user < Grid.USERS; user += EVERY) {
            some.add(user);
        }
        for (int seed = 0; seed < RULE_SETS; seed++) {
            Ground ground = ground(seed);
            Ground there = ground.among(some);
            DecisionMatrix matrix = matrix(ground, some, there.audiences());
            check(ground, matrix);
            matrix.pairs().forEach(pair -> counted(there, matrix, pair));
            matrix.findings().stream()
                    .filter(finding -> finding.status() == MatrixFinding.Status.IN_DATA)
                    .forEach(finding -> inData(finding, there));
            matrix.findings().stream()
                    .filter(finding -> finding.rules().size() == 1)
                    .filter(finding -> finding.status() != MatrixFinding.Status.NOT_JUDGED)
                    .forEach(finding -> assertThat(finding.users())
                            .as(ground.words())
                            .isEqualTo(users(there, finding.rules().getFirst()).getCardinality()));
        }
        System.out.println(RULE_SETS + " rule sets with limits, some shown: " + counts);
        assertThat(counts).containsKeys("not read", "in the data", "shadowed", "redundant", "unreachable", "gap");
    }

    private Ground ground(int seed) {
        Map<Rule, Condition> rules = new RandomLimits(seed).of(RandomRuleSets.weighed(seed));
        List<SegmentDefinition> segments = new ArrayList<>();
        Map<SegmentId, RoaringBitmap> audiences = new HashMap<>();
        Map<RuleId, RoaringBitmap> users = new HashMap<>();
        rules.forEach((rule, condition) -> {
            segments.add(MatrixAgainstBruteForceTest.segment(rule.segment(), condition));
            RoaringBitmap audience = evaluator.members(condition, population, Grid.AS_OF, Progress.none());
            audiences.put(rule.segment(), audience);
            RoaringBitmap has = new RoaringBitmap();
            audience.forEach((IntConsumer) user -> {
                if (rule.limits().rollout().has(rule.id(), new UserId("user" + user))) {
                    has.add(user);
                }
            });
            users.put(rule.id(), has);
        });
        RuleProgram program = RandomRuleSets.program(seed, List.copyOf(rules.keySet()));
        return new Ground(program, segments, audiences, users, "seed " + seed + ": " + program);
    }

    private DecisionMatrix matrix(Ground ground, RoaringBitmap users, Map<SegmentId, RoaringBitmap> audiences) {
        RuleBasis basis = new RuleBasis(
                users,
                ground.segments(),
                audiences,
                new RoaringBitmap(),
                CATALOGUE,
                Set.of(),
                new GridIds(),
                Instant.EPOCH);
        return MatrixMaker.of(ground.program(), new MatrixBasis(basis, population, Grid.AS_OF), Progress.none());
    }

    private static RoaringBitmap users(Ground ground, RuleId rule) {
        return ground.users().getOrDefault(rule, new RoaringBitmap());
    }

    private void counted(Ground ground, DecisionMatrix matrix, PairVerdict pair) {
        RoaringBitmap ones = users(ground, pair.first());
        RoaringBitmap others = users(ground, pair.second());
        RoaringBitmap both = RoaringBitmap.and(ones, others);
        assertThat(matrix.usersOfBoth(pair)).as(ground.words()).isEqualTo(both);
        assertThat(List.of(
                        pair.both().users(),
                        pair.firstOnly().users(),
                        pair.secondOnly().users()))
                .as(ground.words())
                .containsExactly(
                        both.getCardinality(),
                        RoaringBitmap.andNot(ones, others).getCardinality(),
                        RoaringBitmap.andNot(others, ones).getCardinality());
    }

    private void check(Ground ground, DecisionMatrix matrix) {
        assertThat(matrix.findings().stream()
                        .filter(finding -> finding.type() == MatrixFinding.Type.NOT_READ)
                        .map(finding -> finding.rules().getFirst()))
                .as(ground.words())
                .containsExactlyInAnyOrderElementsOf(ground.rules().stream()
                        .filter(RandomLimits::isUnread)
                        .map(Rule::id)
                        .toList());
        matrix.pairs().forEach(pair -> {
            RoaringBitmap ones = users(ground, pair.first());
            RoaringBitmap others = users(ground, pair.second());
            claim(pair.both(), RoaringBitmap.and(ones, others), ground);
            claim(pair.firstOnly(), RoaringBitmap.andNot(ones, others), ground);
            claim(pair.secondOnly(), RoaringBitmap.andNot(others, ones), ground);
        });
        matrix.findings().forEach(finding -> finding(finding, ground));
    }

    private static void claim(Claim claim, RoaringBitmap users, Ground ground) {
        if (claim.proof().isNobody()) {
            assertThat(users.isEmpty()).as(ground.words()).isTrue();
        }
    }

    private void inData(MatrixFinding finding, Ground there) {
        counts.merge("in the data", 1, Integer::sum);
        RuleId rule = finding.rules().getFirst();
        worlds(there)
                .forEach(rules -> assertThat(MatrixAgainstBruteForceTest.wins(
                                rule, rules, groups(rules.rules(), there), List.of(Personalisation.ALLOWED)))
                        .as(finding.sentence() + " " + there.words())
                        .isFalse());
    }

    private void finding(MatrixFinding finding, Ground ground) {
        String words = finding.sentence() + " " + ground.words();
        counts.merge(MatrixWords.of(finding.type()), 1, Integer::sum);
        if (finding.status() == MatrixFinding.Status.IN_DATA) {
            return;
        }
        switch (finding.type()) {
            case NOT_READ, CONTRADICTORY, TIE -> {}
            case UNREACHABLE ->
                assertThat(users(ground, finding.rules().getFirst()).isEmpty())
                        .as(words)
                        .isTrue();
            case SHADOWED ->
                worlds(ground)
                        .forEach(rules -> assertThat(MatrixAgainstBruteForceTest.wins(
                                        finding.rules().getFirst(), rules, groups(rules.rules(), ground)))
                                .as(words)
                                .isFalse());
            case REDUNDANT ->
                worlds(ground)
                        .forEach(rules -> assertThat(MatrixAgainstBruteForceTest.matters(
                                        finding.rules().getFirst(), rules, groups(rules.rules(), ground)))
                                .as(words)
                                .isFalse());
            case GAP ->
                assertThat(ground.rules().stream()
                                .filter(rule -> RandomLimits.isUnread(rule) && rule.isActive())
                                .map(rule -> RuleKind.of(rule).words())
                                .noneMatch(kind -> finding.sentence().startsWith("No " + kind)))
                        .as(words)
                        .isTrue();
        }
    }

    private static Set<Set<SegmentId>> groups(List<Rule> rules, Ground ground) {
        return MatrixAgainstBruteForceTest.groups(rules, ground.users());
    }

    /// The rules as they act at different times and for different requests: with some of those that were not read. Whom
    /// they are for is counted already.
    private static List<RuleProgram> worlds(Ground ground) {
        List<Rule> unread =
                ground.rules().stream().filter(RandomLimits::isUnread).toList();
        List<RuleProgram> worlds = new ArrayList<>();
        for (int choice = 0; choice < 1 << unread.size(); choice++) {
            List<Rule> acting = new ArrayList<>();
            for (Rule rule : ground.rules()) {
                int place = unread.indexOf(rule);
                if (place < 0 || (choice >> place & 1) == 1) {
                    acting.add(rule.withLimits(RuleLimits.none()));
                }
            }
            worlds.add(ground.program().withRules(acting));
        }
        return worlds;
    }

    /// The ids of [Grid].
    private static final class GridIds implements UserIds {
        @Override
        public String id(int userIdx) {
            return "user" + userIdx;
        }

        @Override
        public OptionalInt find(String id) {
            return OptionalInt.of(Integer.parseInt(id.substring("user".length())));
        }
    }
}
