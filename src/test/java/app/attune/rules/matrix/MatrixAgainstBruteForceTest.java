package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.rules.Candidate;
import app.attune.rules.ItemAttributes;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCase;
import app.attune.rules.RuleEngine;
import app.attune.rules.RuleId;
import app.attune.rules.RuleOutcome;
import app.attune.rules.RulePlan;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Holds what the matrix proves of random rule sets against everybody there can be: a population of every combination
/// of values, and the engine deciding for each. The matrix itself is not shown anybody.
class MatrixAgainstBruteForceTest {
    private static final int RULE_SETS = Integer.getInteger("attune.rule-sets", 600);

    private final Population population = Grid.population();
    private final SegmentEvaluator evaluator = new SegmentEvaluator();
    private final Map<String, Integer> counts = new TreeMap<>();

    /// A catalogue of the items that rules speak of.
    private static final ItemCatalogue CATALOGUE = new FewItems();

    @Test
    void whatIsProvedHoldsForEverybodyThereCanBe() {
        for (int seed = 0; seed < RULE_SETS; seed++) {
            check(seed);
        }
        System.out.println(
                RULE_SETS + " rule sets, seeds 0 to " + (RULE_SETS - 1) + ", " + Grid.USERS + " users: " + counts);
        assertThat(counts.getOrDefault("pairs not proved", 0)).isLessThan(counts.getOrDefault("pairs", 0) / 20);
        assertThat(counts).containsKeys("shadowed", "redundant", "unreachable", "tie", "contradictory", "gap");
    }

    private void check(int seed) {
        Map<Rule, Condition> conditions = RandomRuleSets.weighed(seed);
        RuleProgram rules = RandomRuleSets.program(seed, List.copyOf(conditions.keySet()));
        Map<RuleId, RoaringBitmap> users = new HashMap<>();
        conditions.forEach((rule, condition) ->
                users.put(rule.id(), evaluator.members(condition, population, Grid.AS_OF, Progress.none())));
        DecisionMatrix matrix = MatrixMaker.of(rules, basis(conditions), Progress.none());
        String words = "seed " + seed + ", " + rules.policy().hitPolicy() + ": " + conditions;
        count("under " + rules.policy().hitPolicy());
        matrix.pairs().forEach(pair -> pair(pair, users, words));
        findings(matrix, rules, users, words);
    }

    private MatrixBasis basis(Map<Rule, Condition> conditions) {
        List<SegmentDefinition> segments = new ArrayList<>();
        conditions.forEach((rule, condition) -> segments.add(segment(rule.segment(), condition)));
        RuleBasis nobody =
                new RuleBasis(new RoaringBitmap(), segments, Map.of(), new RoaringBitmap(), CATALOGUE, Set.of());
        return new MatrixBasis(nobody, population, Grid.AS_OF);
    }

    static SegmentDefinition segment(SegmentId id, Condition condition) {
        return new SegmentDefinition(id, 1, id.value(), condition, "", "", Instant.EPOCH);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void pair(PairVerdict pair, Map<RuleId, RoaringBitmap> users, String words) {
        RoaringBitmap ones = users.getOrDefault(pair.first(), new RoaringBitmap());
        RoaringBitmap others = users.getOrDefault(pair.second(), new RoaringBitmap());
        claim(pair.both(), RoaringBitmap.and(ones, others), words);
        claim(pair.firstOnly(), RoaringBitmap.andNot(ones, others), words);
        claim(pair.secondOnly(), RoaringBitmap.andNot(others, ones), words);
        count("pairs");
        count("pairs " + MatrixWords.of(pair.relation()));
    }

    private void claim(Claim claim, RoaringBitmap users, String words) {
        switch (claim.proof()) {
            case Proof.Nobody nobody -> assertThat(users.isEmpty()).as(words).isTrue();
            case Proof.Somebody somebody ->
                count(users.isEmpty() ? "claims of users beyond the grid" : "claims of users");
            case Proof.Open open -> count("claims open");
        }
    }

    private void findings(DecisionMatrix matrix, RuleProgram rules, Map<RuleId, RoaringBitmap> users, String words) {
        Set<Set<SegmentId>> groups = groups(rules.rules(), users);
        Set<RuleId> never = new HashSet<>();
        for (MatrixFinding finding : matrix.findings()) {
            count(MatrixWords.of(finding.type()));
            String why = finding.sentence() + " " + words;
            switch (finding.type()) {
                case NOT_READ -> throw new AssertionError(why);
                case UNREACHABLE -> {
                    never.add(finding.rules().getFirst());
                    assertThat(users.getOrDefault(finding.rules().getFirst(), new RoaringBitmap()))
                            .as(why)
                            .isEqualTo(new RoaringBitmap());
                }
                case SHADOWED -> {
                    never.add(finding.rules().getFirst());
                    assertThat(wins(finding.rules().getFirst(), rules, groups))
                            .as(why)
                            .isFalse();
                }
                case REDUNDANT -> {
                    never.add(finding.rules().getFirst());
                    assertThat(matters(finding.rules().getFirst(), rules, groups))
                            .as(why)
                            .isFalse();
                }
                case CONTRADICTORY, TIE ->
                    assertThat(matrix.pair(
                                            finding.rules().get(0),
                                            finding.rules().get(1))
                                    .orElseThrow()
                                    .both()
                                    .proof()
                                    .isSomebody())
                            .isTrue();
                case GAP -> assertThat(finding.witness()).as(why).isPresent();
            }
        }
        rules.rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE && !never.contains(rule.id()))
                .forEach(rule -> count(matters(rule.id(), rules, groups) ? "rules that matter" : "rules missed"));
    }

    /// The ways in which users are in segments together.
    static Set<Set<SegmentId>> groups(List<Rule> rules, Map<RuleId, RoaringBitmap> users) {
        Map<Set<SegmentId>, RoaringBitmap> groups = new HashMap<>();
        RoaringBitmap everybody = new RoaringBitmap();
        everybody.add(0L, Grid.USERS);
        groups.put(Set.of(), everybody);
        for (Rule rule : rules) {
            Map<Set<SegmentId>, RoaringBitmap> finer = new HashMap<>();
            groups.forEach((segments, members) -> {
                RoaringBitmap in = RoaringBitmap.and(members, users.getOrDefault(rule.id(), new RoaringBitmap()));
                RoaringBitmap out = RoaringBitmap.andNot(members, in);
                Set<SegmentId> more = new HashSet<>(segments);
                more.add(rule.segment());
                if (!in.isEmpty()) {
                    finer.put(more, in);
                }
                if (!out.isEmpty()) {
                    finer.put(segments, out);
                }
            });
            groups = finer;
        }
        return groups.keySet();
    }

    static boolean wins(RuleId rule, RuleProgram rules, Set<Set<SegmentId>> groups) {
        return wins(rule, rules, groups, List.of(Personalisation.values()));
    }

    static boolean wins(RuleId rule, RuleProgram rules, Set<Set<SegmentId>> groups, List<Personalisation> asked) {
        return groups.stream()
                .anyMatch(group -> asked.stream()
                        .anyMatch(
                                personalisation -> decide(rules, group, personalisation, candidates()).traces().stream()
                                        .anyMatch(trace -> trace.rule().equals(rule)
                                                && trace.verdict() == RuleTrace.Verdict.FIRED)));
    }

    static boolean matters(RuleId rule, RuleProgram rules, Set<Set<SegmentId>> groups) {
        RuleProgram without = rules.withRules(
                rules.rules().stream().filter(other -> !other.id().equals(rule)).toList());
        List<List<Candidate>> proposals = List.of(candidates(), candidates().subList(1, 3));
        return groups.stream()
                .anyMatch(group -> List.of(Personalisation.values()).stream()
                        .anyMatch(personalisation -> proposals.stream()
                                .anyMatch(proposed -> !shown(rules, group, personalisation, proposed)
                                        .equals(shown(without, group, personalisation, proposed)))));
    }

    private static List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        RandomRuleSets.ITEMS.forEach(item -> all.add(new Candidate(new ItemId(item), 10 - all.size())));
        return all;
    }

    private static RuleOutcome decide(
            RuleProgram rules, Set<SegmentId> group, Personalisation personalisation, List<Candidate> candidates) {
        return RuleEngine.apply(plan(rules, group, personalisation), candidates, ItemAttributes.none(), 10);
    }

    private static RulePlan plan(RuleProgram rules, Set<SegmentId> group, Personalisation personalisation) {
        RuleCase asked =
                new RuleCase(new UserId("anybody"), group, personalisation, Instant.EPOCH, RequestContext.none());
        return RuleEngine.plan(rules, asked, ItemAttributes.none());
    }

    private static String shown(
            RuleProgram rules, Set<SegmentId> group, Personalisation personalisation, List<Candidate> candidates) {
        RulePlan plan = plan(rules, group, personalisation);
        RuleOutcome outcome = RuleEngine.apply(plan, candidates, ItemAttributes.none(), 10);
        return plan.models() + " "
                + plan.offers().stream().map(Rule::treatment).toList() + " "
                + outcome.items().stream()
                        .map(item -> item.item() + " " + item.score())
                        .toList();
    }

    static final class FewItems implements ItemCatalogue {
        @Override
        public List<ItemId> items() {
            return RandomRuleSets.ITEMS.stream().map(ItemId::new).toList();
        }

        @Override
        public boolean contains(ItemId item) {
            return RandomRuleSets.ITEMS.contains(item.value());
        }

        @Override
        public String name(ItemId item) {
            return item.value();
        }

        @Override
        public List<String> attributes() {
            return List.of();
        }

        @Override
        public List<String> values(String attribute, int limit) {
            return List.of();
        }

        @Override
        public Optional<String> value(ItemId item, String attribute) {
            return Optional.empty();
        }
    }
}
