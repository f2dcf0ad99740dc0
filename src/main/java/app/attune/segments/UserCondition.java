package app.attune.segments;

/// A row about the user as a whole rather than one value of theirs.
public sealed interface UserCondition extends Condition
        permits UserListCondition, BucketCondition, ConsentCondition, RankCondition, SegmentCondition {}
