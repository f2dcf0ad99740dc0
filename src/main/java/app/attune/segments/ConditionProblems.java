package app.attune.segments;

import app.attune.core.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The wording of what can be wrong with a condition.
final class ConditionProblems {
    private ConditionProblems() {}

    /// The finding's problem with the place of the row in front.
    static Problem at(ConditionFinding finding) {
        return at(finding.problem(), finding.path());
    }

    static Problem at(Problem problem, List<Integer> path) {
        return new Problem(problem.code(), place(path) + problem.message(), problem.remedy());
    }

    private static String place(List<Integer> path) {
        return path.isEmpty()
                ? ""
                : "Row " + path.stream().map(step -> "" + (step + 1)).collect(Collectors.joining(".")) + ": ";
    }

    static Problem emptyGroup(boolean any) {
        return new Problem(
                "segments.empty-group",
                any ? "This group has no rows and matches nobody." : "This group has no rows and matches everybody.",
                "Add a row, or delete the group.");
    }

    static Problem allMuted(boolean any) {
        return new Problem(
                "segments.all-muted",
                "All rows of this group are muted: it matches " + (any ? "nobody." : "everybody."),
                "Unmute a row, or add another one.");
    }

    static Problem tooDeep(int depth) {
        return new Problem(
                "segments.too-deep",
                "The condition nests groups " + depth + " deep; " + ConditionCheck.DEEPEST + " is the most.",
                "Take inner groups out, or make a segment of its own of them.");
    }

    static Problem tooLarge(int most) {
        return new Problem(
                "segments.too-large",
                String.format(
                        Locale.ROOT,
                        "With the segments it refers to written out, the condition has more than %,d parts.",
                        most),
                "Refer to each segment once, and to fewer that refer to others themselves.");
    }

    static Problem notRankable(String field) {
        return new Problem(
                "segments.not-rankable",
                "\"" + field + "\" holds no numbers, so users have no rank by it.",
                "Choose an attribute that holds numbers, or a measure of events.");
    }

    static Problem unknownReference(SegmentId id) {
        return new Problem(
                "segments.unknown-reference",
                "It refers to the segment \"" + id + "\", which does not exist or was deleted.",
                "Choose another segment, or save that one again.");
    }

    static Problem nobodyListed() {
        return new Problem("segments.nobody-listed", "No user is listed.", "Paste ids, one a line.");
    }

    static Problem unknownUsers(List<String> ids) {
        return new Problem(
                "segments.unknown-user",
                "Of the listed users the data does not have " + (ids.size() == 1 ? "" : ids.size() + ": ")
                        + String.join(", ", ids.subList(0, Math.min(3, ids.size()))) + (ids.size() > 3 ? " …" : "")
                        + ".",
                "Check the ids, or import data that has them.");
    }

    static Problem unknownPurpose(String purpose) {
        return new Problem(
                "segments.unknown-purpose",
                "Nobody said anything of a purpose \"" + purpose + "\".",
                "Check its name, or import consent to it.");
    }

    static Problem tooManySteps(int steps) {
        return new Problem(
                "segments.too-many-steps",
                "The sequence has " + steps + " steps; " + ConditionCheck.MOST_STEPS + " is the most.",
                "Leave steps out, or ask for its halves in two rows.");
    }

    /// @param some  as in "several purchase events"
    /// @param meaning what is made of them
    static Problem tied(String some, String meaning, String remedy) {
        return new Problem(
                "segments.tied-events", "Some users have " + some + " at the same time; " + meaning + ".", remedy);
    }

    static Problem notNumeric(Measure measure) {
        String field = EventMeter.measuredField(measure).orElse("");
        String cannot = measure instanceof Measure.OfField number
                ? "has no " + number.statistic().name().toLowerCase(Locale.ROOT) + " value."
                : "cannot be added up.";
        return new Problem(
                "segments.not-addable",
                "\"" + field + "\" holds no numbers and " + cannot,
                "Choose a field that holds numbers, or count different values instead.");
    }

    static Problem notText(Measure measure) {
        return new Problem(
                "segments.not-text",
                "\"" + EventMeter.measuredField(measure).orElse("") + "\" holds no text.",
                "Choose a field that holds text, or ask for its first or last number.");
    }

    static Problem wrongValues(ConditionCheck.Comparing comparing) {
        ValueCount needed = ValueCount.of(comparing.comparison());
        int found = comparing.values().size();
        return new Problem(
                "segments.wrong-values",
                "\"" + comparing.field() + " " + Wording.of(comparing.comparison()) + "\" takes " + needed.words()
                        + ", found " + (found == 0 ? "none" : "" + found) + ".",
                needed == ValueCount.NONE ? "Remove the values." : "Enter " + needed.words() + ".");
    }

    static Problem wrongComparison(ConditionCheck.Comparing comparing, FieldKind kind) {
        return new Problem(
                "segments.wrong-comparison",
                "\"" + comparing.field() + "\" holds " + kind.words() + " and cannot be compared by \""
                        + Wording.of(comparing.comparison()) + "\".",
                "Choose another comparison.");
    }

    static Problem notANumber(String field, String value) {
        return new Problem(
                "segments.not-a-number",
                "\"" + value + "\" is not a number, and \"" + field + "\" is compared with numbers.",
                "Write digits with a decimal point, such as 49.90.");
    }

    static Problem notADate(String field, String value) {
        return new Problem(
                "segments.not-a-date",
                "\"" + value + "\" is not a date, and \"" + field + "\" holds dates.",
                "Write it as 2026-11-14 or 2026-11-14T09:30:00Z.");
    }

    static Problem reversed(ConditionCheck.Comparing comparing) {
        return new Problem(
                "segments.reversed-range",
                "Nothing is between " + comparing.values().get(0) + " and "
                        + comparing.values().get(1) + ".",
                "Put the smaller value first.");
    }
}
