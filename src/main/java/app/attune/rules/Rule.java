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

    public Rule withName(String newName) {
        return new Rule(id, newName, segment, treatment, status, intent);
    }

    public Rule withSegment(SegmentId newSegment) {
        return new Rule(id, name, newSegment, treatment, status, intent);
    }

    public Rule withTreatment(Treatment newTreatment) {
        return new Rule(id, name, segment, newTreatment, status, intent);
    }

    public Rule withStatus(Status newStatus) {
        return new Rule(id, name, segment, treatment, newStatus, intent);
    }

    public Rule withIntent(String newIntent) {
        return new Rule(id, name, segment, treatment, status, newIntent);
    }
}
