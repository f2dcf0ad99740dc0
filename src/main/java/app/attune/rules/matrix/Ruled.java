package app.attune.rules.matrix;

import app.attune.rules.Rule;

/// A rule that takes part in the matrix.
///
/// @param place   1 is the highest priority
/// @param asks    whom and which requests it matches
/// @param acts    for whom and when it acts: where it matches, and was not shown as often as its cap allows
record Ruled(Rule rule, int place, Asks asks, Formula acts) {
    /// What a rule asks for.
    ///
    /// @param people   its users
    /// @param requests its requests, at any time
    /// @param now      its requests, when users are counted
    /// @param both     its users in its requests
    record Asks(Formula people, Formula requests, Formula now, Formula both) {}

    Formula matches() {
        return asks.both();
    }

    Formula now() {
        return asks.now();
    }

    boolean isActive() {
        return rule.status() == Rule.Status.ACTIVE;
    }

    boolean isCapped() {
        return rule.limits().cap().isPresent();
    }

    /// The same that acts in other cases.
    Ruled acting(Formula when) {
        return new Ruled(rule, place, asks, when);
    }
}
