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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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
            "  attune rule shop versions",
            "  attune rule shop diff 3 4",
            "  attune rule shop rollback 3",
            "  attune rule shop tag black-friday-2026 4",
            "  attune rule shop review 4 --approve --reviewer Ada --comment \"as agreed\"",
            "  attune rule shop branch christmas",
            "  attune rule shop rename-branch christmas winter",
            "  attune rule shop delete-branch winter",
            "  attune rule shop switch christmas",
            "  attune rule shop merge christmas --theirs pin-tents --yes",
            "  attune rule shop test",
            "  attune rule shop test tests.json",
            "  attune rule shop tests",
            "  attune rule shop remove-test \"User u1 at 2026-08-01T00:00:00Z\"",
            "  attune rule shop export rules-in-git",
            "  attune rule shop import rules-in-git",
            "",
            "Verbs: list, example, show, save, check, matrix, versions, diff, rollback, tag, untag, review, branches,",
            "branch, rename-branch, delete-branch, switch, merge, test, tests, remove-test, export and import.",
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
            "With \"seed\":\"trigger\" it looks at one item alone: that with the most events, where its segment",
            "asks for the most events of one item (template interested-in-one-item); example shows it then.",
            "check ends with exit code 4 if a rule cannot do what it says, list with 0.",
            "diff, rollback and merge count the users who would be decided otherwise; rollback and merge only tell",
            "without --yes. Conflicts of a merge are decided by rule with --ours and --theirs; policy and order as well.",
            "test runs the examples of rules and the tests kept here (a file replaces them), and ends with exit code 1",
            "when one fails. tests.json: {\"format\":\"attune.rule-tests\", \"version\":1, \"tests\":[{\"name\":\"Cart\",",
            "\"user\":\"u1\", \"context\":{\"placement\":\"cart\"}, \"expect\":{\"offer\":\"TENTS10\", \"shown\":[\"i7\"],",
            "\"hidden\":[\"i9\"], \"fires\":[\"pin-tents\"], \"idle\":[]}}]}; \"segments\":[...] invents a user, \"at\" a time.",
            "tests lists the tests that are kept; attune preview --keep-test keeps one of what a user gets now."
        })
final class RuleCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "VERB", description = "One of the verbs below.")
    @Nullable
    private String verb;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "JSON|VERSION|NAME|FOLDER",
            description =
                    "For save and test: a file. For diff, rollback, review and tag: versions by number or tag. For"
                            + " branches, switch, merge, tag: a name. For export and import: a folder.")
    private List<String> words = List.of();

    @Option(names = "--note", description = "For save: why this version is made.", defaultValue = "")
    private String note = "";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "For list and check: when; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    @Mixin
    private final VersionOptions options = new VersionOptions();

    RuleCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        RuleVerb wanted = Choices.of("rule", Words.given(verb, "VERB"), RuleVerb.values());
        wanted.refuse(words);
        options.check(wanted);
        return answer(services, wanted);
    }

    private Report answer(Services services, RuleVerb wanted) {
        RuleVersions versions = new RuleVersions(services, progress(), this::warn);
        return switch (wanted) {
            case LIST -> list(services, ExitCode.OK);
            case EXAMPLE -> example(services);
            case CHECK -> list(services, ExitCode.BROKEN);
            case SHOW -> show(services.rules().program());
            case MATRIX -> matrix(services);
            case SAVE -> save(services);
            case VERSIONS -> versions.versions();
            case DIFF -> versions.diff(needed(0, "VERSION"), needed(1, "VERSION"));
            case ROLLBACK -> versions.rollback(needed(0, "VERSION"), options.isSure());
            case TAG -> versions.tag(needed(0, "NAME"), word(1));
            case UNTAG -> versions.untag(needed(0, "NAME"));
            case REVIEW -> versions.review(word(0), options);
            case BRANCHES -> versions.branches();
            case BRANCH -> versions.branch(needed(0, "NAME"), options.from());
            case RENAME_BRANCH -> versions.renameBranch(needed(0, "NAME"), needed(1, "NEW_NAME"));
            case DELETE_BRANCH -> versions.deleteBranch(needed(0, "NAME"));
            case SWITCH -> versions.switchTo(needed(0, "NAME"));
            case MERGE -> versions.merge(needed(0, "NAME"), options);
            case TEST -> filing(services).test(word(0).map(Path::of));
            case TESTS -> filing(services).tests();
            case REMOVE_TEST -> filing(services).removeTest(needed(0, "NAME"));
            case EXPORT -> filing(services).export(Path.of(needed(0, "FOLDER")), options.replaces());
            case IMPORT -> filing(services).take(Path.of(needed(0, "FOLDER")));
        };
    }

    private RuleFiling filing(Services services) {
        return new RuleFiling(services, progress(), this::warn);
    }

    private Optional<String> word(int place) {
        return words.size() > place ? Optional.of(words.get(place)) : Optional.empty();
    }

    private String needed(int place, String name) {
        return word(place)
                .orElseThrow(() -> ProblemException.of(
                        "cli.missing-argument", name + " is missing.", "See attune rule --help for examples."));
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
        Path file = word(0).map(Path::of)
                .orElseThrow(() -> ProblemException.of(
                        "cli.missing-argument",
                        "save needs a file with the rules.",
                        "attune rule WORKSPACE example prints rules to start from, show the ones that are saved."));
        RuleProgram program = RuleJson.program(Words.textOf(file), String.valueOf(file.getFileName()));
        List<Rule> rules = program.rules();
        for (Rule rule : rules) {
            requireSegment(services, rule.segment());
        }
        StatusChange.require(services.rules().rules(), rules);
        RuleSet saved = services.rules().save(program, "cli", note);
        List<String> lines = new ArrayList<>();
        lines.add("Saved " + Counted.of(rules.size(), "rule") + " as version " + saved.version() + ".");
        lines.addAll(filing(services).failing());
        return Report.of(
                lines,
                Json.mapper().createObjectNode().put("version", saved.version()).put("rules", rules.size()));
    }

    private static void requireSegment(Services services, SegmentId segment) {
        services.segments().require(segment);
    }
}
