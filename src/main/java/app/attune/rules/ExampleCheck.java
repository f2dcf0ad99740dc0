package app.attune.rules;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.RuleTestResult.Verdict;
import app.attune.segments.SegmentId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Checks the examples of rules: what the rule, were it active and running among the others, does for the user when the
/// model
/// proposes every item, in a request such as the rule asks for, and the kill switch is not pulled.
final class ExampleCheck {
    private static final String EXAMPLE = ", example ";

    private final RulePolicy policy;
    private final List<Rule> rules;
    private final RuleBasis basis;
    private final List<Candidate> candidates;

    ExampleCheck(RuleProgram program, RuleBasis basis) {
        this.policy = program.policy().withKillSwitch(RulePolicy.KillSwitch.RELEASED);
        this.rules = program.rules();
        this.basis = basis;
        boolean any = rules.stream().anyMatch(rule -> !rule.about().examples().isEmpty());
        this.candidates = any ? ItemPatterns.representatives(rules, basis.catalogue(), Progress.none()) : List.of();
    }

    /// One finding for each example that does not hold; none for retired rules. Only doubtful where the rule is a
    /// draft,
    /// the user not known, as users come and go, or left out by chance.
    List<RuleFinding> of(Rule rule) {
        return results(rule).stream()
                .flatMap(result -> finding(rule, result).stream())
                .toList();
    }

    /// How every example of the rule ended; none for retired rules.
    List<RuleTestResult> results(Rule rule) {
        return rule.status() == Rule.Status.RETIRED
                ? List.of()
                : rule.about().examples().stream()
                        .map(example -> check(rule, example))
                        .toList();
    }

    private RuleTestResult check(Rule rule, RuleAbout.Example example) {
        OptionalInt userIdx = basis.ids().find(example.user().value());
        if (userIdx.isEmpty()) {
            return result(rule, example, Verdict.UNKNOWN_USER, "the data does not have the user " + example.user());
        }
        RuleTrace trace = trace(new RuleProgram(policy, rules), rule, userIdx.getAsInt());
        boolean wanted = example.expected() == RuleAbout.Expected.APPLIES;
        if (fires(trace) == wanted) {
            return result(rule, example, Verdict.PASSED, "");
        }
        boolean leftOut = RuleTests.isLeftOut(trace)
                && fires(trace(RuleTests.open(new RuleProgram(policy, rules)), rule, userIdx.getAsInt())) == wanted;
        return result(rule, example, leftOut ? Verdict.LEFT_OUT : Verdict.FAILED, RuleSentence.of(trace, rules));
    }

    private static boolean fires(RuleTrace trace) {
        return trace.verdict() == RuleTrace.Verdict.FIRED;
    }

    private static RuleTestResult result(Rule rule, RuleAbout.Example example, Verdict verdict, String why) {
        boolean wanted = example.expected() == RuleAbout.Expected.APPLIES;
        boolean got = (verdict == Verdict.PASSED) == wanted;
        return new RuleTestResult(
                quoted(rule) + EXAMPLE + example.user(),
                verdict,
                wanted ? "applies" : "does not apply",
                verdict == Verdict.UNKNOWN_USER ? why : got ? "applies" : "does not apply",
                why.isEmpty() || verdict == Verdict.UNKNOWN_USER ? List.of() : List.of(why));
    }

    private Optional<RuleFinding> finding(Rule rule, RuleTestResult result) {
        String user = result.name().substring(result.name().lastIndexOf(EXAMPLE) + EXAMPLE.length());
        return switch (result.verdict()) {
            case PASSED -> Optional.empty();
            case UNKNOWN_USER ->
                Optional.of(RuleFinding.doubtful(
                        rule,
                        "rules.unknown-example",
                        quoted(rule) + " has an example with the user " + user + ", whom the data does not have.",
                        "Correct the id, or remove the example."));
            case LEFT_OUT -> Optional.of(outside(rule, user));
            case FAILED -> Optional.of(failed(rule, user, result));
        };
    }

    /// The rule is for such users; chance alone keeps it from this one.
    private RuleFinding outside(Rule rule, String user) {
        boolean held = policy.holdout().has(new UserId(user));
        return RuleFinding.doubtful(
                rule,
                "rules.example-outside",
                quoted(rule) + " should apply to " + user + " by its example, who is "
                        + (held ? "held out from rules" : "outside its rollout") + "; otherwise it would.",
                "The rule is not broken: choose another user for the example, or change "
                        + (held ? "the holdout." : "the rollout."));
    }

    private static RuleFinding failed(Rule rule, String user, RuleTestResult result) {
        boolean wanted = result.expected().equals("applies");
        String message = quoted(rule)
                + (wanted ? " should apply to " : " should not apply to ")
                + user
                + (wanted ? " by its example, and does not. " : " by its example, and does. ")
                + String.join(" ", result.why());
        String remedy = "Correct the rule, its segment or its place, or remove the example.";
        return rule.status() == Rule.Status.DRAFT
                ? RuleFinding.doubtful(rule, "rules.example-fails", message, remedy)
                : RuleFinding.broken(rule, "rules.example-fails", message, remedy);
    }

    private RuleTrace trace(RuleProgram program, Rule rule, int userIdx) {
        List<Rule> then = program.rules().stream()
                .map(each -> each.id().equals(rule.id()) ? meant(each) : each)
                .toList();
        Personalisation personalisation =
                basis.refusing().contains(userIdx) ? Personalisation.REFUSED : Personalisation.ALLOWED;
        UserId user = new UserId(basis.ids().id(userIdx));
        RequestContext context = new ContextWitness(rule.limits().context(), basis.catalogue()).fitting();
        RuleCase asked = new RuleCase(user, memberOf(userIdx), personalisation, basis.at(), context);
        RulePlan plan = RuleEngine.plan(program.withRules(then), asked, basis.catalogue());
        return RuleEngine.apply(plan, candidates, basis.catalogue(), 1).traces().stream()
                .filter(trace -> trace.rule().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    /// Active and running.
    private static Rule meant(Rule rule) {
        return rule.withStatus(Rule.Status.ACTIVE).withLimits(rule.limits().withSchedule(Schedule.always()));
    }

    private Set<SegmentId> memberOf(int userIdx) {
        Set<SegmentId> memberOf = new HashSet<>();
        basis.audiences().forEach((segment, users) -> {
            if (users.contains(userIdx)) {
                memberOf.add(segment);
            }
        });
        return memberOf;
    }

    private static String quoted(Rule rule) {
        return "\u201c" + rule.name() + "\u201d";
    }
}
