package app.attune.rules;

import app.attune.core.Problem;
import app.attune.segments.ConditionFinding;
import java.util.List;

/// Says of a rule what is wrong with its segment.
final class SegmentDoubt {
    private SegmentDoubt() {}

    /// That it does not exist, or what is wrong with its condition.
    static List<RuleFinding> of(Rule rule, RuleBasis basis) {
        String whose = "\u201c" + rule.name() + "\u201d is for the segment ";
        if (basis.segment(rule.segment()).isEmpty()) {
            return List.of(RuleFinding.broken(
                    rule,
                    "rules.unknown-segment",
                    whose + rule.segment() + ", which does not exist or was deleted.",
                    "Choose another segment for it, or delete the rule."));
        }
        String named = whose + basis.segmentName(rule.segment()) + ", ";
        return basis.doubts().getOrDefault(rule.segment(), List.of()).stream()
                .map(doubt -> of(rule, named, doubt))
                .toList();
    }

    private static RuleFinding of(Rule rule, String named, ConditionFinding doubt) {
        Problem problem = doubt.problem();
        return doubt.isError()
                ? RuleFinding.broken(
                        rule,
                        "rules.broken-segment",
                        named + "which cannot be evaluated: " + problem.message(),
                        problem.remedy())
                : RuleFinding.doubtful(
                        rule,
                        "rules.doubtful-segment",
                        named + "which asks for what is nowhere in the data: " + problem.message(),
                        problem.remedy());
    }
}
