package app.attune.segments.compare;

import app.attune.stats.Interval;

/// One way in which the users of a segment differ from everybody else.
///
/// @param name         such as "country is AT" or "purchase events, last 30 days"
/// @param effect       from -1 to 1 with its 95 % interval: of shares their difference, of amounts Cliff's delta, which
/// is
///                     the same of two yes-or-no samples
/// @param byDefinition whether the segment's condition asks for it
public record Difference(String name, Kind kind, Side inside, Side outside, Interval effect, Cause byDefinition) {
    /// How the two sides are read.
    public enum Kind {
        SHARE,
        AMOUNT,
        DATE
    }

    /// Whether it could be otherwise.
    public enum Cause {
        CONDITION,
        UNKNOWN
    }

    /// One of the two groups.
    ///
    /// @param n       users with a value
    /// @param missing users without one
    /// @param middle  the share from 0 to 1, or the median; of dates in epoch milliseconds
    /// @param mean    the same as the middle of a share
    public record Side(int n, int missing, double middle, double mean) {}

    /// Whether the condition asks for it.
    public boolean isByDefinition() {
        return byDefinition == Cause.CONDITION;
    }

    /// Whether the interval leaves out zero.
    public boolean isDistinguishable() {
        return !effect.containsZero();
    }
}
