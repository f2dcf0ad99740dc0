package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.rules.RuleId;
import app.attune.rules.versions.RuleMerge;
import app.attune.rules.versions.RuleMerge.Part;
import app.attune.rules.versions.RuleMerge.Side;
import app.attune.rules.versions.RuleReview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What belongs to versions, branches and reviews of rules.
final class VersionOptions {
    @Option(names = "--yes", description = "For rollback and merge: does it; without it, only its impact is told.")
    private boolean yes;

    @Option(names = "--from", paramLabel = "VERSION", description = "For branch: where it begins; the newest version.")
    @Nullable
    private String from;

    @Option(
            names = "--ours",
            paramLabel = "RULE",
            split = ",",
            description = "For merge: conflicts where this branch wins.")
    private List<String> ours = List.of();

    @Option(
            names = "--theirs",
            paramLabel = "RULE",
            split = ",",
            description = "For merge: conflicts where the other wins.")
    private List<String> theirs = List.of();

    @Option(names = "--ask", description = "For review: asks for one.")
    private boolean ask;

    @Option(names = "--approve", description = "For review: approves what every rule of the version says.")
    private boolean approve;

    @Option(names = "--changes", description = "For review: asks for changes, with --comment.")
    private boolean changes;

    @Option(names = "--comment", description = "For review: what is said.", defaultValue = "")
    private String comment = "";

    @Option(names = "--reviewer", description = "For review: who reviewed.", defaultValue = "cli")
    private String reviewer = "cli";

    @Option(names = "--replace", description = "For export: overwrites files with edits that are not saved here.")
    private boolean replace;

    boolean isSure() {
        return yes;
    }

    boolean replaces() {
        return replace;
    }

    Optional<String> from() {
        return Optional.ofNullable(from);
    }

    String comment() {
        return comment;
    }

    String reviewer() {
        return reviewer;
    }

    /// Empty where nothing is to be said.
    ///
    /// @throws ProblemException `cli.bad-option` where more than one is given
    Optional<RuleReview.Word> word() {
        List<RuleReview.Word> words = Stream.of(
                        ask ? RuleReview.Word.ASKED : null,
                        approve ? RuleReview.Word.APPROVED : null,
                        changes ? RuleReview.Word.CHANGES_WANTED : null)
                .flatMap(Stream::ofNullable)
                .toList();
        if (words.size() > 1) {
            throw ProblemException.of(
                    "cli.bad-option", "--ask, --approve and --changes exclude one another.", "Give one of them.");
        }
        return words.stream().findFirst();
    }

    /// The side chosen for each part named: rules by id, `policy` and `order`.
    Map<Part, Side> sides() {
        Map<Part, Side> sides = new HashMap<>();
        ours.forEach(word -> sides.put(part(word), RuleMerge.Side.OURS));
        theirs.forEach(word -> sides.put(part(word), RuleMerge.Side.THEIRS));
        return sides;
    }

    private static Part part(String word) {
        return switch (word) {
            case "policy" -> new Part.Policy();
            case "order" -> new Part.Order();
            default -> new Part.OfRule(Words.checked(() -> new RuleId(word)));
        };
    }

    /// @throws ProblemException `cli.bad-option` if an option was given that the verb does not have
    void check(RuleVerb verb) {
        refuse(yes && verb != RuleVerb.ROLLBACK && verb != RuleVerb.MERGE, "--yes belongs to rollback and merge");
        refuse(from != null && verb != RuleVerb.BRANCH, "--from belongs to branch");
        boolean sides = !ours.isEmpty() || !theirs.isEmpty();
        refuse(sides && verb != RuleVerb.MERGE, "--ours and --theirs belong to merge");
        boolean said = ask || approve || changes || !comment.isEmpty();
        refuse(said && verb != RuleVerb.REVIEW, "--ask, --approve, --changes and --comment belong to review");
        refuse(replace && verb != RuleVerb.EXPORT, "--replace belongs to export");
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw ProblemException.of("cli.bad-option", why + ".", "Leave it out; see attune rule --help.");
        }
    }
}
