package app.attune.rules;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Checks the examples of rules: what the rule, were it active and running among the others, does for the user when the
/// model
/// proposes every item, in a request such as the rule asks for, and the kill switch is not pulled.
final class ExampleCheck {
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

    /// One finding for each example that does not hold; none for retired rules. Only doubtful where the rule is a draft
    /// or the user not known, as users come and go.
    List<RuleFinding> of(Rule rule) {
        if (rule.status() == Rule.Status.RETIRED) {
            return List.of();
        }
        return rule.about().examples().stream()
                .flatMap(example -> check(rule, example))
                .toList();
    }

    private Stream<RuleFinding> check(Rule rule, RuleAbout.Example example) {
        OptionalInt userIdx = basis.ids().find(example.user().value());
        if (userIdx.isEmpty()) {
            return Stream.of(RuleFinding.doubtful(
                    rule,
                    "rules.unknown-example",
                    quoted(rule) + " has an example with the user " + example.user() + ", whom the data does not have.",
                    "Correct the id, or remove the example."));
        }
        RuleTrace trace = trace(rule, userIdx.getAsInt(), policy);
        boolean wanted = example.expected() == RuleAbout.Expected.APPLIES;
        if (fired(trace) == wanted) {
            return Stream.of();
        }
        RuleTrace inside = trace(
                rule.withLimits(rule.limits().withRollout(Rollout.everybody())),
                userIdx.getAsInt(),
                policy.withHoldout(Holdout.nobody()));
        return Stream.of(wanted && fired(inside) ? outside(rule, example, trace) : failed(rule, example, trace));
    }

    private static boolean fired(RuleTrace trace) {
        return trace.verdict() == RuleTrace.Verdict.FIRED;
    }

    /// The rule is for such users; chance alone keeps it from this one.
    private static RuleFinding outside(Rule rule, RuleAbout.Example example, RuleTrace trace) {
        boolean held = trace.cause() == RuleTrace.Cause.HOLDOUT;
        return RuleFinding.doubtful(
                rule,
                "rules.example-outside",
                quoted(rule) + " should apply to " + example.user() + " by its example, who is "
                        + (held ? "held out from rules" : "outside its rollout") + "; otherwise it would.",
                "The rule is not broken: choose another user for the example, or change "
                        + (held ? "the holdout." : "the rollout."));
    }

    private RuleFinding failed(Rule rule, RuleAbout.Example example, RuleTrace trace) {
        boolean wanted = example.expected() == RuleAbout.Expected.APPLIES;
        String message = quoted(rule)
                + (wanted ? " should apply to " : " should not apply to ")
                + example.user()
                + (wanted ? " by its example, and does not. " : " by its example, and does. ")
                + RuleSentence.of(trace, rules);
        String remedy = "Correct the rule, its segment or its place, or remove the example.";
        return rule.status() == Rule.Status.DRAFT
                ? RuleFinding.doubtful(rule, "rules.example-fails", message, remedy)
                : RuleFinding.broken(rule, "rules.example-fails", message, remedy);
    }

    private RuleTrace trace(Rule rule, int userIdx, RulePolicy under) {
        List<Rule> then = rules.stream()
                .map(each -> each.id().equals(rule.id()) ? meant(rule) : each)
                .toList();
        Personalisation personalisation =
                basis.refusing().contains(userIdx) ? Personalisation.REFUSED : Personalisation.ALLOWED;
        UserId user = new UserId(basis.ids().id(userIdx));
        RequestContext context = new ContextWitness(rule.limits().context(), basis.catalogue()).fitting();
        RuleCase asked = new RuleCase(user, memberOf(userIdx), personalisation, basis.at(), context);
        RulePlan plan = RuleEngine.plan(new RuleProgram(under, then), asked, basis.catalogue());
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
