package app.attune.segments;

/// A segment to start from.
///
/// @param description in one short sentence, whom it finds
public record SegmentTemplate(SegmentId id, String name, String description, Condition condition) {}
