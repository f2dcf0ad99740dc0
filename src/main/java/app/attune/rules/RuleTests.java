package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.rules.DecisionTest.Wanted;
import app.attune.rules.DecisionTest.WantedOffer;
import app.attune.rules.RuleTestResult.Verdict;
import app.attune.rules.TestedDecisions.Got;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the examples of rules and the tests of whole decisions, and says of each that fails what was expected, what
/// came
/// and why.
public final class RuleTests {
    private final RuleProgram program;
    private final TestedDecisions decisions;
    private final Progress progress;

    private RuleTests(RuleProgram program, TestedDecisions decisions, Progress progress) {
        this.program = program;
        this.decisions = decisions;
        this.progress = progress;
    }

    /// Examples in the order of the rules, then tests in theirs.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static List<RuleTestResult> run(
            RuleProgram program,
            RuleBasis basis,
            List<DecisionTest> tests,
            TestedDecisions decisions,
            Progress progress) {
        List<RuleTestResult> results = new ArrayList<>();
        ExampleCheck examples = new ExampleCheck(program, basis);
        for (Rule rule : program.rules()) {
            progress.checkpoint();
            results.addAll(examples.results(rule));
        }
        RuleTests run = new RuleTests(program, decisions, progress);
        for (DecisionTest test : tests) {
            progress.checkpoint();
            progress.report("Testing decisions", results.size(), results.size() + tests.size());
            results.add(run.result(test));
        }
        return results;
    }

    private RuleTestResult result(DecisionTest test) {
        Optional<Got> found = decisions.decide(program, test.asked(), progress);
        if (found.isEmpty()) {
            return new RuleTestResult(
                    test.name(),
                    Verdict.UNKNOWN_USER,
                    test.expected(),
                    "the data does not have the user " + test.asked().who().user(),
                    List.of());
        }
        Got got = found.get();
        List<String> wrong = wrong(test.wanted(), got);
        Verdict verdict = wrong.isEmpty()
                ? Verdict.PASSED
                : isLeftOut(got) && passesWhenOpen(test) ? Verdict.LEFT_OUT : Verdict.FAILED;
        return new RuleTestResult(
                test.name(),
                verdict,
                test.expected(),
                wrong.isEmpty() ? "as expected" : String.join("; ", wrong),
                wrong.isEmpty() ? List.of() : why(test.wanted(), got));
    }

    private static boolean isLeftOut(Got got) {
        return got.traces().stream().anyMatch(RuleTests::isLeftOut);
    }

    static boolean isLeftOut(RuleTrace trace) {
        return trace.cause() == RuleTrace.Cause.HOLDOUT || trace.cause() == RuleTrace.Cause.ROLLOUT;
    }

    private boolean passesWhenOpen(DecisionTest test) {
        return decisions
                .decide(open(program), test.asked(), progress)
                .filter(got -> wrong(test.wanted(), got).isEmpty())
                .isPresent();
    }

    /// The same for everybody: no holdout, no rollouts.
    static RuleProgram open(RuleProgram program) {
        return program.withPolicy(program.policy().withHoldout(Holdout.nobody()))
                .withRules(program.rules().stream()
                        .map(rule -> rule.withLimits(rule.limits().withRollout(Rollout.everybody())))
                        .toList());
    }

    /// What is not as expected, as it is.
    private static List<String> wrong(Wanted wanted, Got got) {
        List<String> wrong = new ArrayList<>();
        if (!isAsWanted(wanted.offer(), got.offers())) {
            wrong.add(offers(got));
        }
        missing(wanted.shown(), got.items()).forEach(item -> wrong.add(item + " not on the list"));
        wanted.hidden().stream()
                .filter(got.items()::contains)
                .forEach(item -> wrong.add(item + " at place " + (got.items().indexOf(item) + 1)));
        wanted.fires().stream()
                .filter(rule -> !fires(rule, got))
                .forEach(
                        rule -> wrong.add(isThere(rule, got) ? rule + " does not fire" : "no rule has the id " + rule));
        wanted.idle().stream().filter(rule -> fires(rule, got)).forEach(rule -> wrong.add(rule + " fires"));
        return wrong;
    }

    private static boolean isAsWanted(WantedOffer wanted, List<String> offers) {
        return switch (wanted) {
            case WantedOffer.Any any -> true;
            case WantedOffer.None none -> offers.isEmpty();
            case WantedOffer.Code one -> offers.contains(one.code());
            case WantedOffer.Codes several -> offers.containsAll(several.codes());
        };
    }

    private static String offers(Got got) {
        return switch (got.offers().size()) {
            case 0 -> "no offer";
            case 1 -> "the offer " + got.offers().getFirst();
            default -> "the offers " + String.join(", ", got.offers());
        };
    }

    private static Stream<ItemId> missing(List<ItemId> wanted, List<ItemId> items) {
        return wanted.stream().filter(item -> !items.contains(item));
    }

    private static boolean isThere(RuleId rule, Got got) {
        return got.traces().stream().anyMatch(trace -> trace.rule().equals(rule));
    }

    private static boolean fires(RuleId rule, Got got) {
        return got.traces().stream()
                .anyMatch(trace -> trace.rule().equals(rule) && trace.verdict() == RuleTrace.Verdict.FIRED);
    }

    /// What became of the rules the test names, of those that make the wanted offer, and of those that fired.
    private List<String> why(Wanted wanted, Got got) {
        List<String> why = new ArrayList<>();
        for (RuleTrace trace : got.traces()) {
            boolean matters = wanted.fires().contains(trace.rule())
                    || wanted.idle().contains(trace.rule())
                    || trace.verdict() == RuleTrace.Verdict.FIRED
                    || isLeftOut(trace)
                    || makes(wanted.offer(), trace.rule());
            if (matters) {
                why.add("\u201c" + trace.name() + "\u201d: " + RuleSentence.of(trace, program.rules()));
            }
        }
        return why;
    }

    private boolean makes(WantedOffer wanted, RuleId id) {
        List<String> codes = switch (wanted) {
            case WantedOffer.Code one -> List.of(one.code());
            case WantedOffer.Codes several -> several.codes();
            case WantedOffer.Any any -> List.of();
            case WantedOffer.None none -> List.of();
        };
        return program.rules().stream()
                .anyMatch(rule -> rule.id().equals(id)
                        && rule.treatment() instanceof Treatment.Offer offer
                        && codes.contains(offer.code()));
    }
}
