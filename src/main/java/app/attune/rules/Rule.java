package app.attune.rules;

import app.attune.core.Require;
import app.attune.segments.SegmentId;

/// IF a user is in the segment THEN the treatment.
///
/// @param segment whom it is for
/// @param about   what people should know of it
/// @param limits  what narrows it
public record Rule(
        RuleId id,
        String name,
        SegmentId segment,
        Treatment treatment,
        Status status,
        RuleAbout about,
        RuleLimits limits) {
    /// Only active rules take part in decisions.
    public enum Status {
        DRAFT,
        /// Waits for somebody to look at it.
        REVIEW,
        ACTIVE,
        PAUSED,
        /// Kept for the record; can only become a draft again.
        RETIRED;

        public boolean mayBecome(Status next) {
            return this != RETIRED || next == RETIRED || next == DRAFT;
        }
    }

    public Rule {
        Require.notBlank(name, "A rule's name");
    }

    /// Without limits.
    public Rule(RuleId id, String name, SegmentId segment, Treatment treatment, Status status, RuleAbout about) {
        this(id, name, segment, treatment, status, about, RuleLimits.none());
    }

    /// Without limits, and of which nothing is known but why it exists.
    public Rule(RuleId id, String name, SegmentId segment, Treatment treatment, Status status, String intent) {
        this(id, name, segment, treatment, status, RuleAbout.intent(intent));
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public Rule withName(String newName) {
        return new Rule(id, newName, segment, treatment, status, about, limits);
    }

    public Rule withSegment(SegmentId newSegment) {
        return new Rule(id, name, newSegment, treatment, status, about, limits);
    }

    public Rule withTreatment(Treatment newTreatment) {
        return new Rule(id, name, segment, newTreatment, status, about, limits);
    }

    public Rule withStatus(Status newStatus) {
        return new Rule(id, name, segment, treatment, newStatus, about, limits);
    }

    public Rule withAbout(RuleAbout newAbout) {
        return new Rule(id, name, segment, treatment, status, newAbout, limits);
    }

    public Rule withLimits(RuleLimits newLimits) {
        return new Rule(id, name, segment, treatment, status, about, newLimits);
    }
}
