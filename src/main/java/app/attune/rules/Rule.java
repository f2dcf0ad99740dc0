package app.attune.rules;

import app.attune.core.Require;
import app.attune.segments.SegmentId;

/// IF a user is in the segment THEN the treatment.
///
/// @param segment whom it is for
/// @param intent  why it exists, in the analyst's words, possibly empty
public record Rule(RuleId id, String name, SegmentId segment, Treatment treatment, Status status, String intent) {
    /// Only active rules take part in decisions.
    public enum Status {
        DRAFT,
        ACTIVE,
        PAUSED
    }

    public Rule {
        Require.notBlank(name, "A rule's name");
    }
}
