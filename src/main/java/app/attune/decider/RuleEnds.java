package app.attune.decider;

import app.attune.decider.ServerDecision.Trace;

/// The ends of a rule that are the same for everybody, made once.
record RuleEnds(
        Trace status,
        Trace schedule,
        Trace switchedOff,
        Trace segment,
        Trace context,
        Trace rollout,
        Trace refused,
        Trace holdout,
        Trace noCandidates,
        Trace firedOnce,
        Trace fired) {
    static RuleEnds of(ServerRule rule) {
        return new RuleEnds(
                Trace.idle(rule, "INACTIVE", "STATUS"),
                Trace.idle(rule, "INACTIVE", "SCHEDULE"),
                Trace.idle(rule, "INACTIVE", "SWITCHED_OFF"),
                Trace.idle(rule, "NOT_MATCHED", "SEGMENT"),
                Trace.idle(rule, "NOT_MATCHED", "CONTEXT"),
                Trace.idle(rule, "NOT_MATCHED", "ROLLOUT"),
                Trace.lost(rule, "REFUSED"),
                Trace.lost(rule, "HOLDOUT"),
                Trace.lost(rule, "NO_CANDIDATES"),
                Trace.fired(rule, 1),
                Trace.fired(rule, 0));
    }
}
