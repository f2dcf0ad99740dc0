package app.attune.segments.ui;

import app.attune.segments.SegmentService;
import app.attune.segments.SegmentUsage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What the segment screens work with.
///
/// @param author      whose name new versions bear
/// @param dataChanged when data was last imported, if ever
public record SegmentsContext(
        SegmentService segments,
        SegmentUsage usage,
        Clock clock,
        String author,
        Supplier<Optional<Instant>> dataChanged) {
    /// Where nobody knows when data was imported.
    public SegmentsContext(SegmentService segments, SegmentUsage usage, Clock clock, String author) {
        this(segments, usage, clock, author, Optional::empty);
    }
}
