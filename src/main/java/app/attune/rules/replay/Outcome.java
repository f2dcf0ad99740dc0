package app.attune.rules.replay;

import app.attune.rules.RuleTrace;
import java.util.List;

/// What a rule set does for a user who is in given segments.
///
/// @param traces one per rule, in order
record Outcome(List<RuleTrace> traces, Effect effect) {}
