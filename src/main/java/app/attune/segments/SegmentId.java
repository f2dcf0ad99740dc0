package app.attune.segments;

import app.attune.core.Require;

/// The stable name of a segment in files and references: lower-case letters, digits and hyphens.
public record SegmentId(String value) {
    public SegmentId {
        Require.that(
                value.matches("[a-z0-9][a-z0-9-]{0,63}"), "A segment id has letters, digits and hyphens: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
