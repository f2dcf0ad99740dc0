package app.attune.rules;

import java.util.List;
import java.util.Optional;

/// What became of one rule in one decision.
///
/// @param lostTo the rule it lost to; empty unless it lost to a rule
/// @param items  how many candidates or pinned items the rule decided
/// @param tried  what came of each model that was asked for it, if it is a Recommend that names more than one
public record RuleTrace(
        RuleId rule,
        String name,
        Verdict verdict,
        Cause cause,
        Optional<RuleId> lostTo,
        int items,
        List<TriedModel> tried) {
    public RuleTrace {
        tried = List.copyOf(tried);
    }

    private RuleTrace(Rule rule, Verdict verdict, Cause cause, Optional<RuleId> lostTo, int items) {
        this(rule.id(), rule.name(), verdict, cause, lostTo, items, List.of());
    }

    /// The end of a rule.
    public enum Verdict {
        FIRED,
        /// It matched, and yet it did nothing.
        LOST,
        /// It is not for this user.
        NOT_MATCHED,
        /// It is for nobody now.
        INACTIVE
    }

    /// Why a rule did nothing; NONE if it fired.
    public enum Cause {
        NONE,
        /// It is not active.
        STATUS,
        /// Its schedule does not run at the time of the decision.
        SCHEDULE,
        /// The kill switch is pulled.
        SWITCHED_OFF,
        /// The user is not in its segment.
        SEGMENT,
        /// The request is not as it asks, or does not say so.
        CONTEXT,
        /// The user is not in the part of the users it is for.
        ROLLOUT,
        /// It fired for the user as often as its cap allows.
        CAPPED,
        /// An earlier rule decided the same.
        EARLIER_RULE,
        /// An earlier pin has the place.
        PLACE_TAKEN,
        /// All its items are excluded by another rule.
        EXCLUDED,
        /// All its items are pinned by another rule.
        PINNED,
        /// The user has not agreed to personalisation.
        REFUSED,
        /// The user is held out from rules.
        HOLDOUT,
        /// None of its models is trained and had anything for the user.
        NO_CANDIDATES
    }

    static RuleTrace fired(Rule rule, int items) {
        return new RuleTrace(rule, Verdict.FIRED, Cause.NONE, Optional.empty(), items);
    }

    static RuleTrace lost(Rule rule, Cause cause, Rule to) {
        return new RuleTrace(rule, Verdict.LOST, cause, Optional.of(to.id()), 0);
    }

    static RuleTrace lost(Rule rule, Cause cause) {
        return new RuleTrace(rule, Verdict.LOST, cause, Optional.empty(), 0);
    }

    /// Switched off, whoever asks.
    static RuleTrace inactive(Rule rule, Cause cause) {
        return new RuleTrace(rule, Verdict.INACTIVE, cause, Optional.empty(), 0);
    }

    /// On, and not for this user or request.
    static RuleTrace notMatched(Rule rule, Cause cause) {
        return new RuleTrace(rule, Verdict.NOT_MATCHED, cause, Optional.empty(), 0);
    }

    RuleTrace withTried(List<TriedModel> models) {
        return new RuleTrace(rule, name, verdict, cause, lostTo, items, models);
    }
}
