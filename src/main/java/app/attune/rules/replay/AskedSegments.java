package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.rules.Rule;
import app.attune.segments.MomentReader;
import app.attune.segments.Moments;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The segments that active rules are for, ready to be asked of users at any moment. A segment that cannot be asked of
/// the data has no members; a note says so. Thread-safe.
final class AskedSegments {
    private final List<SegmentId> ids = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Moments moments;

    private AskedSegments(ReplayGround ground, Progress progress) {
        moments = new Moments(ground.population(), progress);
    }

    static AskedSegments of(List<Rule> rules, ReplayGround ground, Progress progress) {
        Set<SegmentId> wanted = new LinkedHashSet<>();
        rules.stream().filter(Rule::isActive).forEach(rule -> wanted.add(rule.segment()));
        AskedSegments asked = new AskedSegments(ground, progress);
        ground.segments().stream()
                .filter(segment -> wanted.contains(segment.id()))
                .forEach(segment -> asked.add(segment, ground));
        return asked;
    }

    private void add(SegmentDefinition segment, ReplayGround ground) {
        try {
            moments.add(segment.condition());
            ids.add(segment.id());
        } catch (ProblemException e) {
            notes.add(new Problem(
                    "replay.broken-segment",
                    "The segment " + segment.name() + " has no users here: "
                            + e.problem().message(),
                    e.problem().remedy()));
            return;
        }
        if (Moments.readsDays(segment.condition(), ground.population())) {
            notes.add(new Problem(
                    "replay.daily",
                    "Ranks and changing attributes of the segment " + segment.name()
                            + " are taken as they stood at midnight UTC before each decision.",
                    "Decide once a day to see the effect of that only, or leave it."));
        }
    }

    /// In the order of their positions.
    List<SegmentId> ids() {
        return List.copyOf(ids);
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }

    /// Says which of them users are in, by position.
    MomentReader reader() {
        return moments.reader();
    }
}
