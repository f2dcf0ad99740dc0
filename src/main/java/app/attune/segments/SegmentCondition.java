package app.attune.segments;

/// The user is in another segment: whatever that segment means now. See [SegmentReferences].
public record SegmentCondition(SegmentId segment) implements UserCondition {}
