package app.attune.segments.ui;

import app.attune.segments.SegmentService;
import app.attune.segments.SegmentUsage;
import java.time.Clock;

/// What the segment screens work with.
///
/// @param author whose name new versions bear
public record SegmentsContext(SegmentService segments, SegmentUsage usage, Clock clock, String author) {}
