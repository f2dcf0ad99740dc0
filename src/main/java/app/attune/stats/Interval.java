package app.attune.stats;

import app.attune.core.Require;

/// An estimate with the interval around it, all in the unit of what is estimated.
///
/// @param low  lower end, `low <= high`; percentile intervals may, rarely, leave the estimate outside
/// @param n    observations the estimate rests on
public record Interval(double estimate, double low, double high, int n) {
    public Interval {
        Require.that(low <= high, "An interval ends at or after its start");
    }

    /// Whether zero lies inside: for a difference this reads "not distinguishable".
    public boolean containsZero() {
        return low <= 0 && high >= 0;
    }
}
