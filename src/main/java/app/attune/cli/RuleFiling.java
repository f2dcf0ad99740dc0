package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.TestDesk;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTestJson;
import app.attune.rules.KeptTests;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleTestResult;
import app.attune.rules.RuleTests;
import app.attune.rules.versions.RuleFolder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Rules as files that Git keeps, and their tests.
///
/// @param warn is told what is wrong with single files
record RuleFiling(Services services, Progress progress, Consumer<Problem> warn) {
    private RuleFolder folder() {
        return new RuleFolder(services.rules(), services.ruleDesk().tests());
    }

    Report export(Path folder, boolean replaces) {
        RuleFolder.Written written = replaces ? folder().replace(folder, progress) : folder().write(folder, progress);
        return Report.of(
                List.of(written.sentence()),
                Json.mapper()
                        .createObjectNode()
                        .put("rules", written.rules())
                        .put("written", written.written())
                        .put("removed", written.removed()));
    }

    Report take(Path from) {
        RuleFolder.Plan plan =
                folder().plan(from, id -> services.segments().find(id).isPresent(), progress);
        plan.problems().forEach(warn);
        RuleFolder.Taken taken = folder().take(plan, "cli");
        List<String> lines = new ArrayList<>(List.of(taken.sentence()));
        lines.addAll(failing(results()));
        return Report.of(
                lines,
                Json.mapper()
                        .createObjectNode()
                        .put("version", taken.saved().version())
                        .put("changed", taken.changed())
                        .put("tests", taken.tests()));
    }

    /// @param file with tests to keep in the place of those there are
    Report test(Optional<Path> file) {
        file.ifPresent(path -> services.ruleDesk()
                .tests()
                .replace(DecisionTestJson.read(Words.textOf(path), String.valueOf(path.getFileName()))));
        List<RuleTestResult> results = results();
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray("tests");
        for (RuleTestResult result : results) {
            ObjectNode one = array.addObject()
                    .put("name", result.name())
                    .put("verdict", Words.code(result.verdict()))
                    .put("expected", result.expected())
                    .put("got", result.got());
            result.why().forEach(one.putArray("why")::add);
        }
        long failed = results.stream().filter(RuleTestResult::isFailed).count();
        List<String> lines = new ArrayList<>(failing(results));
        lines.add(Counted.of(results.size(), "test") + ", " + failed + " failed.");
        node.put("failed", failed);
        return new Report(lines, node, failed == 0 ? ExitCode.OK : ExitCode.PROBLEM);
    }

    /// The tests of decisions that are kept.
    Report tests() {
        List<DecisionTest> tests = services.ruleDesk().tests().tests();
        List<String> lines = new ArrayList<>();
        tests.forEach(test -> lines.add(test.name() + ": expects " + test.expected() + "."));
        lines.add(Counted.of(tests.size(), "test") + " kept.");
        return Report.of(lines, DecisionTestJson.write(tests));
    }

    Report removeTest(String name) {
        KeptTests tests = new KeptTests(services.ruleDesk().tests());
        DecisionTest gone = tests.remove(name)
                .orElseThrow(() -> ProblemException.of(
                        "cli.unknown-test",
                        "No test is called \"" + name + "\".",
                        "attune rule WORKSPACE tests lists them."));
        return Report.of(
                List.of("Removed the test \"" + gone.name() + "\"."),
                Json.mapper().createObjectNode().put("removed", gone.name()));
    }

    /// The lines about tests that a saved version does not pass.
    List<String> failing() {
        return failing(results());
    }

    private List<RuleTestResult> results() {
        RuleBasis basis = services.decisions().basis(progress);
        return RuleTests.run(
                services.rules().program(),
                basis,
                services.ruleDesk().tests().tests(),
                new TestDesk(services.decisions()),
                progress);
    }

    private static List<String> failing(List<RuleTestResult> results) {
        List<String> lines = new ArrayList<>();
        for (RuleTestResult result : results) {
            if (result.verdict() != RuleTestResult.Verdict.PASSED) {
                lines.add(words(result.verdict()) + result.name() + ": expected " + result.expected() + "; got "
                        + result.got() + ".");
                result.why().forEach(why -> lines.add("  " + why));
            }
        }
        return lines;
    }

    private static String words(RuleTestResult.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "Passed: ";
            case FAILED -> "Failed: ";
            case LEFT_OUT -> "Not the rule's fault, the user is left out by chance: ";
            case UNKNOWN_USER -> "Not tested: ";
        };
    }
}
