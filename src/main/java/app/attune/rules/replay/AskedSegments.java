package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.rules.Rule;
import app.attune.rules.Treatment;
import app.attune.segments.MomentReader;
import app.attune.segments.Moments;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The segments that active rules are for, ready to be asked of users at any moment. A segment that cannot be asked of
/// the data has no members; a note says so. Thread-safe.
final class AskedSegments {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<SegmentId> ids = new ArrayList<>();
    private final Map<SegmentId, Integer> triggers = new HashMap<>();
    private int rows;
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
        Set<SegmentId> seeded = rules.stream()
                .filter(rule -> rule.isActive()
                        && rule.treatment() instanceof Treatment.Recommend recommend
                        && recommend.seed() == Treatment.Seed.TRIGGER)
                .map(Rule::segment)
                .collect(Collectors.toSet());
        ground.segments().stream()
                .filter(segment -> seeded.contains(segment.id()) && asked.ids.contains(segment.id()))
                .forEach(asked::addTrigger);
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

    /// Whether there is the item that brings a user in; there never is where the segment asks for none.
    private void addTrigger(SegmentDefinition segment) {
        triggers.put(segment.id(), NEVER);
        TriggerItem.row(segment.condition()).ifPresent(row -> {
            moments.add(row);
            triggers.put(segment.id(), ids.size() + rows);
            rows++;
        });
    }

    /// The positions of triggers that have an item, after those of the segments; one that nobody is at for those that
    /// never have.
    Map<SegmentId, Integer> triggers() {
        return Map.copyOf(triggers);
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
