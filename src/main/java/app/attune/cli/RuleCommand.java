package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.rules.StatusChange;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.matrix.MatrixMaker;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "rule",
        description = "Lists, saves and checks the rules, in order.",
        footer = {
            "",
            "Examples:",
            "  attune rule shop example > rules.json",
            "  attune rule shop list",
            "  attune rule shop show --json > rules.json",
            "  attune rule shop save rules.json --note \"autumn offers\"",
            "  attune rule shop check --as-of 2026-12-01",
            "  attune rule shop matrix",
            "",
            "example prints rules made of this workspace's segments, to change and save.",
            "matrix says how every two rules stand to one another: proved, or only so in the data.",
            "list and check count the users of one moment: at the end of the data, or --as-of.",
            "",
            "A rule is draft, review, active, paused or retired; only active ones decide, and what is",
            "retired can only become a draft again. Exclude hides items from everybody in its segment,",
            "also where the kill switch is pulled, a user is held out or has not agreed to",
            "personalisation; other rules do nothing then. Of the offers and of the models that match,",
            "the first in order wins; rules about items act together.",
            "A rule may be narrowed: rollout (a percentage of users), schedule (zone, start, end, days,",
            "hours), context (placements, devices, basket); example shows each.",
            "",
            "hitPolicy in the file says which of the rules that match act: rule-order (as above, the usual),",
            "first (the first alone, and all that exclude), priority (as above, the heaviest first by the",
            "weight of each rule) or collect (as rule-order, with all offers). A rule that recommends names",
            "a model and, as fallbacks, those to ask in order when it has nothing for a user.",
            "check ends with exit code 4 if a rule cannot do what it says, list with 0."
        })
final class RuleCommand extends WorkspaceCommand {
    private enum Verb {
        LIST,
        EXAMPLE,
        SHOW,
        SAVE,
        CHECK,
        MATRIX,
        VERSIONS
    }

    @Parameters(index = "1", paramLabel = "VERB", description = "list, example, show, save, check, matrix or versions.")
    @Nullable
    private String verb;

    @Parameters(index = "2", arity = "0..1", paramLabel = "JSON", description = "For save: the file with all rules.")
    @Nullable
    private Path file;

    @Option(names = "--note", description = "For save: why this version is made.", defaultValue = "")
    private String note = "";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "For list and check: when; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    RuleCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        return switch (Choices.of("rule", Words.given(verb, "VERB"), Verb.values())) {
            case LIST -> list(services, ExitCode.OK);
            case EXAMPLE -> example(services);
            case CHECK -> list(services, ExitCode.BROKEN);
            case SHOW -> show(services.rules().program());
            case MATRIX -> matrix(services);
            case SAVE -> save(services);
            case VERSIONS -> versions(services);
        };
    }

    /// @param whenBroken the exit code if a rule cannot work
    private Report list(Services services, int whenBroken) {
        RuleProgram program = services.rules().program();
        if (program.rules().isEmpty()) {
            return noRules();
        }
        Instant at = asOf(services, asOf);
        RuleBasis basis = services.decisions().basis(at, progress());
        return new RuleListing(program, basis, sentences(services), progress())
                .report(asOfWords(services, at), whenBroken);
    }

    private static Report noRules() {
        return Report.of(
                List.of(
                        "No rules: users get model results only.",
                        "attune rule WORKSPACE example prints rules to start from."),
                Json.mapper().createArrayNode());
    }

    private Report matrix(Services services) {
        List<Rule> rules = services.rules().rules();
        if (rules.isEmpty()) {
            return noRules();
        }
        MatrixBasis basis = services.decisions().matrixBasis(progress());
        return new MatrixReport(MatrixMaker.of(services.rules().program(), basis, progress())).report();
    }

    private static RuleSentence sentences(Services services) {
        return new RuleSentence(
                id -> services.segments().find(id).map(SegmentDefinition::name).orElse(id.value()),
                item -> item.value());
    }

    private static Report show(RuleProgram program) {
        ObjectNode node = RuleJson.write(program);
        return Report.of(List.of(Json.writePretty(node).strip()), node);
    }

    private Report example(Services services) {
        if (services.segments().list().isEmpty()) {
            warn(new Problem(
                    "cli.no-segment",
                    "There is no segment yet; the example names one that has to be made before it can be saved.",
                    "attune segment WORKSPACE save " + RuleExample.SEGMENT + " --template " + RuleExample.SEGMENT));
        }
        return show(RuleExample.of(services, progress()));
    }

    private Report save(Services services) {
        if (file == null) {
            throw ProblemException.of(
                    "cli.missing-argument",
                    "save needs a file with the rules.",
                    "attune rule WORKSPACE example prints rules to start from, show the ones that are saved.");
        }
        RuleProgram program = RuleJson.program(Words.textOf(file), String.valueOf(file.getFileName()));
        List<Rule> rules = program.rules();
        for (Rule rule : rules) {
            requireSegment(services, rule.segment());
        }
        StatusChange.require(services.rules().rules(), rules);
        RuleSet saved = services.rules().save(program, "cli", note);
        return Report.of(
                List.of("Saved " + Counted.of(rules.size(), "rule") + " as version " + saved.version() + "."),
                Json.mapper().createObjectNode().put("version", saved.version()).put("rules", rules.size()));
    }

    private static void requireSegment(Services services, SegmentId segment) {
        services.segments().require(segment);
    }

    private static Report versions(Services services) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (RuleSet version : services.rules().versions()) {
            lines.add("v" + version.version() + "  " + version.savedAt() + "  " + version.author() + "  "
                    + Counted.of(version.rules().size(), "rule") + "  " + version.note());
            array.addObject()
                    .put("version", version.version())
                    .put("savedAt", version.savedAt().toString())
                    .put("author", version.author())
                    .put("rules", version.rules().size())
                    .put("note", version.note());
        }
        return Report.of(lines, array);
    }
}
