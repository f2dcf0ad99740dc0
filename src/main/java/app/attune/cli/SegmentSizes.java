package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.profiles.Population;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import app.attune.segments.store.H2SegmentStore;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts segments in a population other than the current one.
record SegmentSizes(Database database, Clock clock) {
    /// Of the segments that can be asked of the population, at midnight after its last event.
    SortedMap<String, Long> of(Population population, Progress progress) {
        SegmentService there = new SegmentService(new H2SegmentStore(database), ignored -> population, clock);
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (SegmentDefinition segment : there.list()) {
            if (there.findings(segment.condition(), progress).stream().noneMatch(ConditionFinding::isError)) {
                sizes.put(
                        segment.name(),
                        there.audience(segment.condition(), population.defaultAsOf(), progress)
                                .members()
                                .getLongCardinality());
            }
        }
        return sizes;
    }
}
