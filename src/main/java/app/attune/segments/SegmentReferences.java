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

    /// Whether it is one of these segments.
    public boolean knows(SegmentId id) {
        return known.containsKey(id);
    }

    /// Whether a condition refers to any segment.
    public static boolean refers(Condition condition) {
        return Marks.bare(condition) instanceof SegmentCondition
                || Conditions.parts(condition).stream().anyMatch(SegmentReferences::refers);
    }

    /// The same without references, marks and muted parts.
    ///
    /// @throws ProblemException `segments.unknown-reference`, `segments.circular-reference` or `segments.too-large`
    public Condition resolve(Condition condition) {
        return new Resolution().resolve(Marks.takenOut(condition), List.of());
    }

    /// The same without those references that can be replaced; marks stay.
    public Condition resolvable(Condition condition) {
        if (condition instanceof MarkedCondition marked) {
            return Marks.keep(marked, resolvable(marked.part()));
        }
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

    /// Refuses a segment that could not be resolved once it is stored; one that refers to none is not looked at.
    ///
    /// @throws ProblemException as [#resolve]
    public void check(SegmentDraft draft) {
        if (!refers(draft.condition())) {
            return;
        }
        with(List.of(draft)).new Resolution().resolve(Marks.takenOut(draft.condition()), List.of(draft.id()));
    }

    /// The same once these are stored, too.
    public SegmentReferences with(List<SegmentDraft> drafts) {
        SegmentReferences after = new SegmentReferences(List.of());
        after.known.putAll(known);
        drafts.forEach(draft -> after.known.put(draft.id(), draft));
        return after;
    }

    /// The rows of a segment through which [#check] would refuse it.
    public List<ConditionFinding> findings(SegmentDraft draft) {
        List<ConditionFinding> findings = new ArrayList<>();
        with(List.of(draft)).visit(draft, List.of(), findings);
        return findings;
    }

    private void visit(SegmentDraft draft, List<Integer> path, List<ConditionFinding> findings) {
        Condition part = Conditions.at(draft.condition(), path).orElseThrow();
        if (Marks.has(part, Mark.MUTED)) {
            return;
        }
        if (Marks.bare(part) instanceof SegmentCondition reference) {
            try {
                new Resolution().resolve(reference, List.of(draft.id()));
            } catch (ProblemException e) {
                findings.add(new ConditionFinding(path, ConditionFinding.Severity.ERROR, e.problem()));
            }
        }
        for (int i = 0; i < Conditions.parts(part).size(); i++) {
            visit(draft, Conditions.child(path, i), findings);
        }
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
            return resolve(Marks.takenOut(meant.condition()), longer);
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
