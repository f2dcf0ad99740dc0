package app.attune.rules;

import app.attune.core.Require;
import app.attune.segments.SegmentId;
import java.util.OptionalInt;

/// IF a user is in the segment THEN the treatment.
///
/// @param segment whom it is for
/// @param about   what people should know of it
/// @param limits  what narrows it
/// @param weight  how early it acts, under a policy that goes by weight; without one it acts as if it weighed nothing
public record Rule(
        RuleId id,
        String name,
        SegmentId segment,
        Treatment treatment,
        Status status,
        RuleAbout about,
        RuleLimits limits,
        OptionalInt weight) {
    /// The most that a rule weighs.
    public static final int HEAVIEST = 1000;

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
        Require.that(weight.orElse(0) >= 0 && weight.orElse(0) <= HEAVIEST, "A weight is from 0 to " + HEAVIEST);
    }

    /// Without a weight.
    public Rule(
            RuleId id,
            String name,
            SegmentId segment,
            Treatment treatment,
            Status status,
            RuleAbout about,
            RuleLimits limits) {
        this(id, name, segment, treatment, status, about, limits, OptionalInt.empty());
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
        return new Rule(id, newName, segment, treatment, status, about, limits, weight);
    }

    public Rule withSegment(SegmentId newSegment) {
        return new Rule(id, name, newSegment, treatment, status, about, limits, weight);
    }

    public Rule withTreatment(Treatment newTreatment) {
        return new Rule(id, name, segment, newTreatment, status, about, limits, weight);
    }

    public Rule withStatus(Status newStatus) {
        return new Rule(id, name, segment, treatment, newStatus, about, limits, weight);
    }

    public Rule withAbout(RuleAbout newAbout) {
        return new Rule(id, name, segment, treatment, status, newAbout, limits, weight);
    }

    public Rule withLimits(RuleLimits newLimits) {
        return new Rule(id, name, segment, treatment, status, about, newLimits, weight);
    }

    public Rule withWeight(OptionalInt newWeight) {
        return new Rule(id, name, segment, treatment, status, about, limits, newWeight);
    }
}
