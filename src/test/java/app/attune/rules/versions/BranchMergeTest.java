package app.attune.rules.versions;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.Holdout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleService;
import app.attune.rules.RuleSet;
import app.attune.rules.VersionName;
import app.attune.rules.versions.RuleMerge.Part;
import app.attune.rules.versions.RuleMerge.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BranchMergeTest {
    private static final VersionName SIDE = new VersionName("side");
    private final RuleService rules =
            new RuleService(new FakeRuleStore(), Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));
    private final Rule a = rule("a", boost(2, "x"));
    private final Rule b = rule("b", offer("B"));
    private final Rule c = rule("c", offer("C"));
    private final Rule d = rule("d", offer("D"));

    /// The branch has `theirs` and main `ours`; both come from `base`.
    private BranchMerge forked(List<Rule> base, List<Rule> ours, List<Rule> theirs) {
        rules.save(base, "me", "");
        rules.branch(SIDE, 1);
        rules.choose(SIDE);
        rules.save(theirs, "me", "");
        rules.choose(RuleBranches.MAIN);
        rules.save(ours, "me", "");
        return BranchMerge.of(rules, SIDE);
    }

    private static List<String> conflicts(BranchMerge merge) {
        return merge.conflicts().stream().map(ConflictWords::name).toList();
    }

    @Test
    void savingOnABranchLeavesTheOthersAsTheyAre() {
        rules.save(List.of(a), "me", "");
        rules.branch(SIDE, 1);
        assertEquals(List.of(a), rules.rules());
        rules.choose(SIDE);
        RuleSet saved = rules.save(List.of(b), "me", "");
        assertEquals(SIDE, saved.origin().branch());
        assertEquals(List.of(1), saved.origin().parents());
        assertEquals(List.of(b), rules.rules());
        rules.choose(RuleBranches.MAIN);
        assertEquals(List.of(a), rules.rules());
        var thrown = assertThrows(ProblemException.class, () -> rules.choose(new VersionName("none")));
        assertEquals("rules.unknown-branch", thrown.problem().code());
    }

    @Test
    void whatOneSideChangedIsTakenFromIt() {
        Rule stronger = a.withTreatment(boost(3, "x"));
        BranchMerge merge = forked(List.of(a, b), List.of(a, b, c), List.of(stronger, b, d));
        assertEquals(List.of(), merge.conflicts());
        RuleSet merged = merge.save(Map.of(), "me");
        assertEquals(List.of(stronger, b, c, d), merged.rules());
        assertEquals(List.of(3, 2), merged.origin().parents());
        assertEquals("Merged side", merged.note());
        var again = assertThrows(ProblemException.class, () -> BranchMerge.of(rules, SIDE));
        assertEquals("rules.nothing-to-merge", again.problem().code());
    }

    @Test
    void afterAMergeOnlyWhatIsNewIsMerged() {
        forked(List.of(a), List.of(a, c), List.of(a, d)).save(Map.of(), "me");
        rules.choose(SIDE);
        rules.save(List.of(a), "me", "without d again");
        rules.choose(RuleBranches.MAIN);
        BranchMerge second = BranchMerge.of(rules, SIDE);
        assertEquals(2, second.base().map(RuleSet::version).orElse(0));
        assertEquals(List.of(a, c), second.merged(Map.of()).rules());
    }

    @Test
    void whatBothChangedIsAskedRuleByRule() {
        Rule ours = a.withTreatment(boost(3, "x"));
        Rule theirs = a.withTreatment(boost(4, "x"));
        BranchMerge merge = forked(List.of(a, b), List.of(ours), List.of(theirs, b.withTreatment(offer("BB"))));
        assertEquals(List.of("a", "b"), conflicts(merge));
        var thrown = assertThrows(ProblemException.class, () -> merge.save(Map.of(), "me"));
        assertEquals("rules.merge-conflict", thrown.problem().code());
        assertEquals(
                List.of("Removed \u201cRule b\u201d: IF a user is in all THEN offer B (Text of B)."),
                ConflictWords.of(merge.conflicts().getLast(), Side.OURS, merge, RuleSentence.plain()));
        assertEquals(
                List.of(theirs),
                merge.merged(Map.of(new Part.OfRule(a.id()), Side.THEIRS, new Part.OfRule(b.id()), Side.OURS))
                        .rules());
    }

    @Test
    void policyAndOrderAreAskedAsWell() {
        List<Rule> base = List.of(a, b, c);
        rules.save(base, "me", "");
        rules.branch(SIDE, 1);
        rules.choose(SIDE);
        rules.save(held(5).withRules(List.of(b, a, c)), "me", "");
        rules.choose(RuleBranches.MAIN);
        rules.save(held(9).withRules(List.of(a, c, b)), "me", "");
        BranchMerge merge = BranchMerge.of(rules, SIDE);
        assertEquals(List.of("policy", "order"), conflicts(merge));
        RuleProgram merged = merge.merged(Map.of(new Part.Policy(), Side.OURS, new Part.Order(), Side.THEIRS));
        assertEquals(held(9).withRules(List.of(b, a, c)), merged);
    }

    private RuleProgram held(double percent) {
        RuleProgram program = RuleProgram.of(List.of());
        return program.withPolicy(program.policy().withHoldout(new Holdout(percent, "")));
    }

    /// Of random edits of three versions: nothing is lost, nothing comes from nowhere, and a merge of one side alone is
    /// that side.
    @Test
    void randomMergesLoseNothing() {
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RuleProgram base = RuleProgram.of(List.of(a, b, c, d));
            RuleProgram ours = edited(base, random);
            RuleProgram theirs = edited(base, random);
            assertEquals(theirs, new RuleMerge(base, base, theirs).merged(Map.of()), "seed " + seed);
            assertEquals(ours, new RuleMerge(base, ours, base).merged(Map.of()), "seed " + seed);
            assertEquals(ours, new RuleMerge(base, ours, ours).merged(Map.of()), "seed " + seed);
            RuleMerge merge = new RuleMerge(base, ours, theirs);
            Map<Part, Side> choices = new HashMap<>();
            merge.conflicts()
                    .forEach(conflict ->
                            choices.put(conflict.part(), List.of(Side.values()).get(random.nextInt(2))));
            RuleProgram merged = merge.merged(choices);
            assertEquals(expected(base, ours, theirs, choices), Set.copyOf(merged.rules()), "seed " + seed);
        }
    }

    private static RuleProgram edited(RuleProgram base, SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : base.rules()) {
            int edit = random.nextInt(5);
            if (edit > 0) {
                rules.add(random.nextInt(rules.size() + 1), edit == 1 ? changed(rule, random) : rule);
            }
        }
        if (random.nextBoolean()) {
            rules.add(random.nextInt(rules.size() + 1), rule("n" + random.nextInt(3), offer("N")));
        }
        return base.withRules(rules);
    }

    private static Rule changed(Rule rule, SplittableRandom random) {
        return rule.withTreatment(offer("O" + random.nextInt(3)));
    }

    private static Set<Rule> expected(RuleProgram base, RuleProgram ours, RuleProgram theirs, Map<Part, Side> choices) {
        Set<Rule> expected = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        List.of(base, ours, theirs)
                .forEach(one -> one.rules().forEach(rule -> ids.add(rule.id().value())));
        for (String id : ids) {
            Optional<Rule> was = find(base, id);
            Optional<Rule> our = find(ours, id);
            Optional<Rule> their = find(theirs, id);
            Optional<Rule> wins = our.equals(was) ? their : our;
            if (!our.equals(was) && !their.equals(was) && !our.equals(their)) {
                wins = choices.get(new Part.OfRule(new app.attune.rules.RuleId(id))) == Side.OURS ? our : their;
            }
            wins.ifPresent(expected::add);
        }
        return expected;
    }

    private static Optional<Rule> find(RuleProgram program, String id) {
        return program.rules().stream()
                .filter(rule -> rule.id().value().equals(id))
                .findFirst();
    }
}
