package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes drafts the next versions of their segments, all of them or none.
record NextVersions(SegmentStore store, Clock clock) {
    /// @throws ProblemException as [SegmentService#save]
    List<SegmentDefinition> add(List<SegmentDraft> drafts, String author, String note) {
        drafts.forEach(draft -> checkTarget(draft, drafts.size()));
        if (drafts.stream().anyMatch(draft -> SegmentReferences.refers(draft.condition()))) {
            SegmentReferences after = SegmentReferences.of(store.newest()).with(drafts);
            drafts.forEach(after::check);
        }
        List<SegmentDefinition> all = new ArrayList<>();
        List<SegmentDefinition> added = new ArrayList<>();
        for (SegmentDraft draft : drafts) {
            Optional<SegmentDefinition> same = store.newest(draft.id())
                    .filter(newest -> SegmentDraft.of(newest).equals(draft));
            all.add(same.orElseGet(() -> next(draft, author, note)));
            if (same.isEmpty()) {
                added.add(all.getLast());
            }
        }
        store.addAll(added);
        return List.copyOf(all);
    }

    /// A target that nothing can reach stays where it was saved before such targets were refused.
    ///
    /// @param among how many are saved together
    private void checkTarget(SegmentDraft draft, int among) {
        unreachable(draft).ifPresent(problem -> {
            throw new ProblemException(among == 1 ? problem : named(problem, draft));
        });
    }

    /// Why nothing can reach the target of a draft; empty where something can, and where the newest version has the
    /// same.
    Optional<Problem> unreachable(SegmentDraft draft) {
        return draft.about()
                .unreachable()
                .filter(problem -> store.newest(draft.id())
                        .filter(newest -> newest.about().aimsAs(draft.about()))
                        .isEmpty());
    }

    private static Problem named(Problem problem, SegmentDraft draft) {
        return new Problem(problem.code(), "Segment " + draft.name() + ": " + problem.message(), problem.remedy());
    }

    private SegmentDefinition next(SegmentDraft draft, String author, String note) {
        int next = store.versions(draft.id()).stream()
                        .mapToInt(SegmentDefinition::version)
                        .max()
                        .orElse(0)
                + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new SegmentDefinition(
                draft.id(), next, draft.name(), draft.condition(), author, note, now, draft.about());
    }
}
