package app.attune.cli;

import app.attune.rules.Rule;
import app.attune.segments.SegmentUsage;
import app.attune.segments.SegmentUses;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What segments are to be known of but do not know: who uses them, and when the data changed.
public final class AroundSegments {
    private AroundSegments() {}

    /// The rules and the other segments that use one.
    public static SegmentUsage usage(Services services) {
        return id -> Stream.concat(
                        services.rules().rules().stream()
                                .filter(rule -> rule.segment().equals(id))
                                .map(Rule::name),
                        SegmentUses.referringTo(services.segments().list(), id).stream()
                                .map(name -> "segment " + name))
                .toList();
    }

    /// When data was last imported, if ever.
    public static Optional<Instant> dataChanged(Services services) {
        return services.imports().imports().stream()
                .map(report -> Instant.parse(report.startedAt()))
                .max(Comparator.naturalOrder());
    }
}
