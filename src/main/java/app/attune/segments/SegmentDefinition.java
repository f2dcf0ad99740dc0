package app.attune.segments;

import app.attune.core.Require;
import java.time.Instant;

/// One version of who is meant. The people are an [Audience].
///
/// @param version 1, 2, 3 …; every save makes the next one
/// @param note    why this version was made, possibly empty
/// @param about   what the segment is for
public record SegmentDefinition(
        SegmentId id,
        int version,
        String name,
        Condition condition,
        String author,
        String note,
        Instant savedAt,
        SegmentAbout about) {
    public SegmentDefinition {
        Require.that(version > 0, "Versions start at 1");
        Require.notBlank(name, "A segment's name");
    }

    /// One of which nothing is said but whom it means.
    public SegmentDefinition(
            SegmentId id, int version, String name, Condition condition, String author, String note, Instant savedAt) {
        this(id, version, name, condition, author, note, savedAt, SegmentAbout.NONE);
    }

    /// The same meaning somebody else.
    SegmentDefinition with(Condition other) {
        return new SegmentDefinition(id, version, name, other, author, note, savedAt, about);
    }
}
