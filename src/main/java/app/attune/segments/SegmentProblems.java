package app.attune.segments;

import app.attune.core.Listed;
import app.attune.core.ProblemException;
import java.util.List;

/// The wording of what can go wrong with a stored segment.
final class SegmentProblems {
    private SegmentProblems() {}

    static ProblemException unknown(SegmentId id, List<SegmentDefinition> known) {
        List<String> ids =
                known.stream().map(definition -> definition.id().value()).toList();
        return ProblemException.of(
                "segments.unknown",
                "There is no segment \"" + id + "\".",
                known.isEmpty()
                        ? "None is defined yet: make one from a template or of your own, then use its name."
                        : "Use one of these: " + Listed.first(ids) + ".");
    }

    static ProblemException unknownVersion(SegmentId id, int version) {
        return ProblemException.of(
                "segments.unknown-version",
                "Segment \"" + id + "\" has no version " + version + ".",
                "Choose a version from its history.");
    }
}
