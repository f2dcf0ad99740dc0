package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Replaces references to segments by what those segments mean now; the one place that knows of them. Everything that
/// asks, writes as SQL or exports a condition is given the result.
public final class SegmentReferences {
    /// More than anybody writes; segments that name each other twice and more would grow beyond any memory.
    private static final int MOST_PARTS = 10_000;

    private final Map<SegmentId, SegmentDraft> known = new LinkedHashMap<>();

    private SegmentReferences(List<SegmentDefinition> newest) {
        newest.forEach(one -> known.put(one.id(), SegmentDraft.of(one)));
    }

    /// Among these segments.
    public static SegmentReferences of(List<SegmentDefinition> newest) {
        return new SegmentReferences(newest);
    }

    /// Whether a condition refers to any segment.
    public static boolean refers(Condition condition) {
        return condition instanceof SegmentCondition
                || Conditions.parts(condition).stream().anyMatch(SegmentReferences::refers);
    }

    /// The same without references.
    ///
    /// @throws ProblemException `segments.unknown-reference`, `segments.circular-reference` or `segments.too-large`
    public Condition resolve(Condition condition) {
        return new Resolution().resolve(condition, List.of());
    }

    /// The same without those references that can be replaced.
    Condition resolvable(Condition condition) {
        if (condition instanceof SegmentCondition) {
            try {
                return resolve(condition);
            } catch (ProblemException e) {
                return condition;
            }
        }
        return Conditions.withParts(
                condition,
                Conditions.parts(condition).stream().map(this::resolvable).toList());
    }

    /// Refuses a segment that could not be resolved once it is stored.
    ///
    /// @throws ProblemException as [#resolve]
    void check(SegmentDraft draft) {
        SegmentReferences after = new SegmentReferences(List.of());
        after.known.putAll(known);
        after.known.put(draft.id(), draft);
        after.new Resolution().resolve(draft.condition(), List.of(draft.id()));
    }

    /// Counts the parts of one condition while it is written out.
    private final class Resolution {
        private int parts;

        Condition resolve(Condition condition, List<SegmentId> trail) {
            parts++;
            if (parts > MOST_PARTS) {
                throw new ProblemException(ConditionProblems.tooLarge(MOST_PARTS));
            }
            if (!(condition instanceof SegmentCondition reference)) {
                return Conditions.withParts(
                        condition,
                        Conditions.parts(condition).stream()
                                .map(part -> resolve(part, trail))
                                .toList());
            }
            SegmentId id = reference.segment();
            SegmentDraft meant = known.get(id);
            if (meant == null) {
                throw new ProblemException(ConditionProblems.unknownReference(id));
            }
            List<SegmentId> longer = new ArrayList<>(trail);
            longer.add(id);
            if (trail.contains(id)) {
                throw new ProblemException(circular(longer.subList(trail.indexOf(id), longer.size())));
            }
            return resolve(meant.condition(), longer);
        }
    }

    private Problem circular(List<SegmentId> path) {
        String names = path.stream()
                .map(id -> known.get(id))
                .map(segment -> segment == null ? "?" : segment.name())
                .collect(Collectors.joining(" -> "));
        return new Problem(
                "segments.circular-reference",
                "The segment would refer to itself: " + names + ".",
                "Take out one of these references.");
    }
}
