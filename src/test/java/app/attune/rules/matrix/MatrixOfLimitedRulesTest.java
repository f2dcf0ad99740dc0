package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.rules.Candidate;
import app.attune.rules.ContextWitness;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCase;
import app.attune.rules.RuleEngine;
import app.attune.rules.RuleId;
import app.attune.rules.RulePlan;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.rules.Shown;
import app.attune.rules.UserIds;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/// Holds the matrix of random rules with rollouts, schedules, contexts and caps against the users of [Grid] in the
/// requests of [RequestWorlds], which the engine decides one by one; once without showing it anybody, once with some of
/// them as the users there are.
class MatrixOfLimitedRulesTest {
    private static final int RULE_SETS = Integer.getInteger("attune.rule-sets", 200);
    private static final ItemCatalogue CATALOGUE = new Coloured();
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
            RequestWorlds requests,
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
            return new Ground(program, segments, fewer, left, requests, words);
        }

        RoaringBitmap users(RuleId rule) {
            return users.getOrDefault(rule, new RoaringBitmap());
        }

        /// The rules each of whose segments and rollouts somebody is in, and no others.
        Set<Set<RuleId>> people() {
            Set<Set<RuleId>> people = new HashSet<>();
            MatrixAgainstBruteForceTest.groups(rules(), users).forEach(group -> {
                Set<RuleId> ids = new HashSet<>();
                rules().stream().filter(rule -> group.contains(rule.segment())).forEach(rule -> ids.add(rule.id()));
                people.add(ids);
            });
            return people;
        }
    }

    /// A decision that can be asked for.
    private record Asked(Set<RuleId> people, Instant at, RequestContext context) {}

    @Test
    void whatIsProvedHoldsInEveryRequest() {
        for (int seed = 0; seed < RULE_SETS; seed++) {
            Ground ground = ground(seed);
            check(ground, matrix(ground, new RoaringBitmap(), Map.of()));
        }
        System.out.println(RULE_SETS + " rule sets with limits, nobody shown: " + counts);
        assertThat(counts).containsKeys("shadowed", "redundant", "unreachable", "gap", "tie", "contradictory");
        assertThat(counts).doesNotContainKey("not read");
        assertThat(counts.getOrDefault("claims open", 0)).isLessThan(counts.getOrDefault("claims", 0) / 20);
    }

    @Test
    void whatIsCountedIsCountedAtTheMoment() {
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
            matrix.findings().forEach(finding -> counted(finding, there, some));
        }
        System.out.println(RULE_SETS + " rule sets with limits, some shown: " + counts);
        assertThat(counts).containsKeys("in the data", "shadowed", "redundant", "unreachable", "gap");
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
        return new Ground(
                program,
                segments,
                audiences,
                users,
                new RequestWorlds(program.rules(), CATALOGUE),
                "seed " + seed + ": " + program);
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
                RequestWorlds.NOW);
        return MatrixMaker.of(ground.program(), new MatrixBasis(basis, population, Grid.AS_OF), Progress.none());
    }

    private void counted(Ground ground, DecisionMatrix matrix, PairVerdict pair) {
        RoaringBitmap both = new RoaringBitmap();
        RoaringBitmap first = new RoaringBitmap();
        RoaringBitmap second = new RoaringBitmap();
        Set<RuleId> running = ground.requests().running(RequestWorlds.NOW);
        ground.requests().contextsOfRules().keySet().forEach(asked -> {
            RoaringBitmap ones = matching(ground, pair.first(), running, asked);
            RoaringBitmap others = matching(ground, pair.second(), running, asked);
            both.or(RoaringBitmap.and(ones, others));
            first.or(RoaringBitmap.andNot(ones, others));
            second.or(RoaringBitmap.andNot(others, ones));
        });
        assertThat(matrix.usersOfBoth(pair)).as(ground.words()).isEqualTo(both);
        assertThat(List.of(
                        pair.both().users(),
                        pair.firstOnly().users(),
                        pair.secondOnly().users()))
                .as(pair + " " + ground.words())
                .containsExactly(both.getCardinality(), first.getCardinality(), second.getCardinality());
    }

    private static RoaringBitmap matching(Ground ground, RuleId rule, Set<RuleId> running, Set<RuleId> asked) {
        return running.contains(rule) && asked.contains(rule) ? ground.users(rule) : new RoaringBitmap();
    }

    private void counted(MatrixFinding finding, Ground there, RoaringBitmap some) {
        String words = finding.sentence() + " " + there.words();
        if (finding.status() == MatrixFinding.Status.IN_DATA) {
            counts.merge("in the data", 1, Integer::sum);
            Rule rule = rule(there, finding.rules().getFirst());
            RequestContext fitting = new ContextWitness(rule.limits().context(), CATALOGUE).fitting();
            List<Asked> now = there.people().stream()
                    .map(people -> new Asked(people, RequestWorlds.NOW, fitting))
                    .toList();
            assertThat(wins(rule.id(), there.program(), now, List.of(Personalisation.ALLOWED)))
                    .as(words)
                    .isFalse();
        }
        Set<RuleId> running = there.requests().running(RequestWorlds.NOW);
        if (finding.type() == MatrixFinding.Type.GAP) {
            RoaringBitmap left = some.clone();
            there.rules().stream()
                    .filter(rule -> rule.isActive()
                            && running.contains(rule.id())
                            && rule.limits().context().isAny()
                            && finding.sentence()
                                    .startsWith("No " + RuleKind.of(rule).words()))
                    .forEach(rule -> left.andNot(there.users(rule.id())));
            assertThat(finding.users()).as(words).isEqualTo(left.getCardinality());
        } else if (finding.rules().size() == 1) {
            RuleId id = finding.rules().getFirst();
            boolean asked = there.requests().contextsOfRules().keySet().stream().anyMatch(ids -> ids.contains(id));
            assertThat(finding.users())
                    .as(words)
                    .isEqualTo(running.contains(id) && asked ? there.users(id).getCardinality() : 0);
        }
    }

    private static Rule rule(Ground ground, RuleId id) {
        return ground.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void check(Ground ground, DecisionMatrix matrix) {
        counts.merge("under " + ground.program().policy().hitPolicy(), 1, Integer::sum);
        Set<Set<RuleId>> matched = matched(ground);
        matrix.pairs().forEach(pair -> {
            RuleId one = pair.first();
            RuleId other = pair.second();
            claim(pair.both(), matched.stream().anyMatch(ids -> ids.contains(one) && ids.contains(other)), ground);
            claim(
                    pair.firstOnly(),
                    matched.stream().anyMatch(ids -> ids.contains(one) && !ids.contains(other)),
                    ground);
            claim(
                    pair.secondOnly(),
                    matched.stream().anyMatch(ids -> ids.contains(other) && !ids.contains(one)),
                    ground);
        });
        Set<RuleId> never = new HashSet<>();
        List<Asked> asked = asked(ground);
        matrix.findings().forEach(finding -> {
            finding(finding, ground, matched, asked);
            finding.rules().stream().findFirst().ifPresent(never::add);
        });
        ground.rules().stream()
                .filter(rule -> rule.isActive() && !never.contains(rule.id()))
                .forEach(rule -> counts.merge(
                        matters(rule.id(), ground.program(), asked) ? "rules that matter" : "rules missed",
                        1,
                        Integer::sum));
    }

    /// The sets of rules that match together for somebody in some request.
    private static Set<Set<RuleId>> matched(Ground ground) {
        Set<Set<RuleId>> matched = new HashSet<>();
        for (Set<RuleId> people : ground.people()) {
            for (Set<RuleId> context : ground.requests().contextsOfRules().keySet()) {
                for (Set<RuleId> time : ground.requests().times().keySet()) {
                    Set<RuleId> all = new HashSet<>(people);
                    all.retainAll(context);
                    all.retainAll(time);
                    matched.add(all);
                }
            }
        }
        return matched;
    }

    /// One decision for each set of rules that act together.
    private static List<Asked> asked(Ground ground) {
        Map<Set<RuleId>, Asked> byActing = new HashMap<>();
        RequestWorlds requests = ground.requests();
        Map<Set<RuleId>, RequestContext> contexts = requests.contextsOfRules();
        Set<Set<RuleId>> everybody = ground.people();
        requests.times().forEach((running, at) -> {
            for (Shown shown : requests.shownBefore(at)) {
                for (Set<RuleId> people : everybody) {
                    contexts.forEach((held, context) -> {
                        Set<RuleId> acting = requests.uncapped(people, shown, at);
                        acting.retainAll(held);
                        acting.retainAll(running);
                        byActing.putIfAbsent(acting, new Asked(people, at, context.with(shown)));
                    });
                }
            }
        });
        return List.copyOf(byActing.values());
    }

    private void claim(Claim claim, boolean anybody, Ground ground) {
        counts.merge("claims", 1, Integer::sum);
        switch (claim.proof()) {
            case Proof.Nobody nobody -> {
                counts.merge("claims of nobody", 1, Integer::sum);
                assertThat(anybody).as(ground.words()).isFalse();
            }
            case Proof.Somebody found ->
                counts.merge(
                        anybody ? "claims of somebody" : "claims of somebody beyond what is tried", 1, Integer::sum);
            case Proof.Open open -> counts.merge("claims open", 1, Integer::sum);
        }
    }

    private void finding(MatrixFinding finding, Ground ground, Set<Set<RuleId>> matched, List<Asked> asked) {
        String words = finding.sentence() + " " + ground.words();
        counts.merge(MatrixWords.of(finding.type()), 1, Integer::sum);
        if (finding.status() == MatrixFinding.Status.IN_DATA) {
            return;
        }
        switch (finding.type()) {
            case NOT_READ -> throw new AssertionError(words);
            case CONTRADICTORY, TIE, GAP ->
                assertThat(finding.witness()).as(words).isPresent();
            case UNREACHABLE ->
                assertThat(matched)
                        .as(words)
                        .noneMatch(ids -> ids.contains(finding.rules().getFirst()));
            case SHADOWED ->
                assertThat(wins(finding.rules().getFirst(), ground.program(), asked, List.of(Personalisation.values())))
                        .as(words)
                        .isFalse();
            case REDUNDANT ->
                assertThat(matters(finding.rules().getFirst(), ground.program(), asked))
                        .as(words)
                        .isFalse();
        }
    }

    private static boolean wins(
            RuleId rule, RuleProgram rules, List<Asked> asked, List<Personalisation> personalisations) {
        return asked.stream()
                .anyMatch(one -> personalisations.stream().anyMatch(personalisation -> {
                    RulePlan plan = plan(rules, one, personalisation);
                    return RuleEngine.apply(plan, RequestWorlds.candidates(), CATALOGUE, 10).traces().stream()
                            .anyMatch(trace -> trace.rule().equals(rule) && trace.verdict() == RuleTrace.Verdict.FIRED);
                }));
    }

    private static boolean matters(RuleId rule, RuleProgram rules, List<Asked> asked) {
        RuleProgram without = rules.withRules(
                rules.rules().stream().filter(other -> !other.id().equals(rule)).toList());
        List<Candidate> all = RequestWorlds.candidates();
        return asked.stream()
                .anyMatch(one -> List.of(Personalisation.values()).stream()
                        .anyMatch(personalisation -> List.of(all, all.subList(1, 3)).stream()
                                .anyMatch(proposed -> !shown(plan(rules, one, personalisation), proposed)
                                        .equals(shown(plan(without, one, personalisation), proposed)))));
    }

    /// Whom rollouts leave is decided already.
    private static RulePlan plan(RuleProgram program, Asked asked, Personalisation personalisation) {
        Set<SegmentId> memberOf = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        program.rules().forEach(rule -> {
            rules.add(rule.withLimits(rule.limits().withRollout(Rollout.everybody())));
            if (asked.people().contains(rule.id())) {
                memberOf.add(rule.segment());
            }
        });
        return RuleEngine.plan(
                program.withRules(rules),
                new RuleCase(new UserId("anybody"), memberOf, personalisation, asked.at(), asked.context()),
                CATALOGUE);
    }

    private static String shown(RulePlan plan, List<Candidate> proposed) {
        return plan.models() + " " + plan.offers().stream().map(Rule::treatment).toList() + " "
                + RuleEngine.apply(plan, proposed, CATALOGUE, 10).items().stream()
                        .map(item -> item.item() + " " + item.score())
                        .toList();
    }

    /// A few items, some of them red or blue.
    private static final class Coloured implements ItemCatalogue {
        private static final Map<String, String> COLOURS = Map.of("i1", "red", "i2", "blue", "i3", "red");
        private final ItemCatalogue few = new MatrixAgainstBruteForceTest.FewItems();

        @Override
        public List<ItemId> items() {
            return few.items();
        }

        @Override
        public boolean contains(ItemId item) {
            return few.contains(item);
        }

        @Override
        public String name(ItemId item) {
            return few.name(item);
        }

        @Override
        public List<String> attributes() {
            return List.of("colour");
        }

        @Override
        public List<String> values(String attribute, int limit) {
            return List.of("red", "blue");
        }

        @Override
        public Optional<String> value(ItemId item, String attribute) {
            return attribute.equals("colour") ? Optional.ofNullable(COLOURS.get(item.value())) : Optional.empty();
        }
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
