package app.attune.segments;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/// The wording of what can go wrong with a stored segment.
final class SegmentProblems {
    private static final int NAMED = 10;

    private SegmentProblems() {}

    static ProblemException unknown(SegmentId id, List<SegmentDefinition> known) {
        String ids = known.stream()
                .map(definition -> definition.id().value())
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        String more = known.size() > NAMED ? " and " + (known.size() - NAMED) + " more" : "";
        return ProblemException.of(
                "segments.unknown",
                "There is no segment \"" + id + "\".",
                known.isEmpty()
                        ? "None is defined yet: make one from a template or of your own, then use its name."
                        : "Use one of these: " + ids + more + ".");
    }

    static ProblemException unknownVersion(SegmentId id, int version) {
        return ProblemException.of(
                "segments.unknown-version",
                "Segment \"" + id + "\" has no version " + version + ".",
                "Choose a version from its history.");
    }
}
