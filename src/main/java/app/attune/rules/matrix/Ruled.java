package app.attune.rules.matrix;

import app.attune.rules.Rule;

/// A rule that takes part in the matrix.
///
/// @param place   1 is the highest priority
/// @param matches whom it matches
record Ruled(Rule rule, int place, Formula matches) {
    boolean isActive() {
        return rule.status() == Rule.Status.ACTIVE;
    }
}
