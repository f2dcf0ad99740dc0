package app.attune.export;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleFinding;
import app.attune.rules.Treatment;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixFinding;
import app.attune.rules.matrix.MatrixWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// What gates ask of the rules besides that they can be decided.
///
/// @param conflicts    between active rules, proved
/// @param examples     those of active rules that fail
/// @param exampleNotes examples that could not be judged, or of rules that are not active
/// @param refused      active rules for nobody but users who have not agreed
/// @param refusedNotes how many users who have not agreed are left out
/// @param audiences    users by the name of each segment of an active rule
/// @param review       names of the rules that wait for a review
/// @param unapproved   names of the active rules that nobody approved as they are, where rules are reviewed
public record RuleChecks(
        List<Problem> conflicts,
        List<Problem> examples,
        List<Problem> exampleNotes,
        List<Problem> refused,
        List<Problem> refusedNotes,
        Map<String, Integer> audiences,
        List<String> review,
        List<String> unapproved) {
    /// The code of an example that does not hold.
    public static final String FAILS = "rules.example-fails";

    private static final Set<String> EXAMPLES = Set.of(FAILS, "rules.example-outside", "rules.unknown-example");
    private static final Set<MatrixFinding.Type> CONFLICTS =
            EnumSet.of(MatrixFinding.Type.SHADOWED, MatrixFinding.Type.CONTRADICTORY, MatrixFinding.Type.UNREACHABLE);

    public RuleChecks {
        conflicts = List.copyOf(conflicts);
        examples = List.copyOf(examples);
        exampleNotes = List.copyOf(exampleNotes);
        refused = List.copyOf(refused);
        refusedNotes = List.copyOf(refusedNotes);
        audiences = new LinkedHashMap<>(audiences);
        review = List.copyOf(review);
        unapproved = List.copyOf(unapproved);
    }

    /// Of no rules.
    public static RuleChecks none() {
        return new RuleChecks(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    /// @param findings of the same rules
    /// @param matrix   of the same rules
    public static RuleChecks of(List<Rule> rules, RuleBasis basis, List<RuleFinding> findings, DecisionMatrix matrix) {
        List<Rule> active = rules.stream().filter(Rule::isActive).toList();
        List<RuleFinding> failing =
                findings.stream().filter(finding -> fails(finding, active)).toList();
        return new RuleChecks(
                conflicts(matrix),
                failing.stream().map(RuleFinding::problem).toList(),
                findings.stream()
                        .filter(finding -> EXAMPLES.contains(finding.problem().code()) && !failing.contains(finding))
                        .map(RuleFinding::problem)
                        .toList(),
                refused(active, basis),
                leftOut(active, basis),
                audiences(active, basis),
                rules.stream()
                        .filter(rule -> rule.status() == Rule.Status.REVIEW)
                        .map(Rule::name)
                        .toList(),
                List.of());
    }

    /// The same where rules are reviewed.
    ///
    /// @param names of the active rules that nobody approved as they are
    public RuleChecks withUnapproved(List<String> names) {
        return new RuleChecks(conflicts, examples, exampleNotes, refused, refusedNotes, audiences, review, names);
    }

    /// Whether the finding says that an example does not hold.
    public static boolean isOfExample(RuleFinding finding) {
        return EXAMPLES.contains(finding.problem().code());
    }

    private static boolean fails(RuleFinding finding, List<Rule> active) {
        return finding.problem().code().equals(FAILS)
                && active.stream().anyMatch(rule -> rule.id().equals(finding.rule()));
    }

    private static List<Problem> conflicts(DecisionMatrix matrix) {
        MatrixWords words = new MatrixWords(matrix);
        return matrix.findings().stream()
                .filter(finding ->
                        CONFLICTS.contains(finding.type()) && finding.status() == MatrixFinding.Status.PROVED)
                .map(finding -> new Problem(
                        "export.conflict",
                        finding.sentence(),
                        finding.resolutions().isEmpty()
                                ? "See Rules, Matrix."
                                : String.join(
                                                "; or: ",
                                                finding.resolutions().stream()
                                                        .map(words::of)
                                                        .toList())
                                        + "; see Rules, Matrix."))
                .toList();
    }

    private static boolean personalises(Rule rule) {
        return !(rule.treatment() instanceof Treatment.Exclude);
    }

    private static List<Problem> refused(List<Rule> active, RuleBasis basis) {
        return active.stream()
                .filter(RuleChecks::personalises)
                .filter(rule -> {
                    RoaringBitmap audience = basis.audience(rule.segment());
                    return !audience.isEmpty() && basis.refusing().contains(audience);
                })
                .map(rule -> new Problem(
                        "export.refused",
                        "\u201c" + rule.name() + "\u201d is for " + basis.segmentName(rule.segment())
                                + ", and nobody there has agreed to personalisation.",
                        "Give the rule another segment, or pause it: a rule over users who refused decides nothing."))
                .toList();
    }

    private static List<Problem> leftOut(List<Rule> active, RuleBasis basis) {
        RoaringBitmap meant = new RoaringBitmap();
        active.stream().filter(RuleChecks::personalises).forEach(rule -> meant.or(basis.audience(rule.segment())));
        int left = RoaringBitmap.andCardinality(meant, basis.refusing());
        return left == 0
                ? List.of()
                : List.of(new Problem(
                        "export.left-out",
                        Counted.of(left, "user") + " in segments of active rules" + (left == 1 ? " has" : " have")
                                + " not agreed to personalisation.",
                        "They get popular items only, here and in the bundle; there is nothing to do."));
    }

    private static Map<String, Integer> audiences(List<Rule> active, RuleBasis basis) {
        Map<String, Integer> audiences = new LinkedHashMap<>();
        active.forEach(rule -> audiences.put(
                basis.segmentName(rule.segment()),
                basis.audience(rule.segment()).getCardinality()));
        return audiences;
    }

    /// Segments of active rules with fewer users.
    List<Problem> smallerThan(int minimum) {
        List<Problem> small = new ArrayList<>();
        audiences.forEach((segment, users) -> {
            if (users < minimum) {
                small.add(new Problem(
                        "export.small-segment",
                        "The segment " + segment + " of an active rule has " + Counted.of(users, "user")
                                + ", fewer than " + minimum + ".",
                        "Widen the segment, pause its rules, or ask for fewer users at least."));
            }
        });
        return small;
    }

    List<Problem> unreviewed() {
        List<Problem> unreviewed = new ArrayList<>();
        if (!review.isEmpty()) {
            unreviewed.add(new Problem(
                    "export.unreviewed",
                    Counted.of(review.size(), "rule waits", "rules wait") + " for a review: "
                            + String.join("; ", review) + ".",
                    "Review them under Rules and set them active, paused or back to draft."));
        }
        if (!unapproved.isEmpty()) {
            unreviewed.add(new Problem(
                    "export.unapproved",
                    Counted.of(unapproved.size(), "active rule is", "active rules are") + " not approved as "
                            + (unapproved.size() == 1 ? "it is: " : "they are: ") + String.join("; ", unapproved) + ".",
                    "Have the newest version approved under Rules, Versions, or by attune rule WORKSPACE review VERSION"
                            + " --approve."));
        }
        return unreviewed;
    }
}
