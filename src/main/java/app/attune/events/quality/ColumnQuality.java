package app.attune.events.quality;

import app.attune.events.ColumnProfile;

/// Whether the values of a column are there, in order, and different.
///
/// @param invalid values that are there but cannot be meant: see [Validity]
public record ColumnQuality(ColumnProfile profile, long invalid, Validity rule) {
    /// What makes a value of a column one that cannot be meant.
    public enum Validity {
        /// A text is not blank, does not begin or end with a blank, and has no control or replacement character.
        CLEAN_TEXT,
        /// A number is finite.
        FINITE_NUMBER,
        /// A time lies between 1990 and now.
        PLAUSIBLE_TIME
    }

    public double completeness() {
        return 1 - profile.missingShare();
    }

    /// Share of the filled values that are valid; NaN without any.
    public double validity() {
        return profile.filled() == 0 ? Double.NaN : 1 - (double) invalid / profile.filled();
    }

    /// Different values as a share of the filled ones; NaN without any.
    public double uniqueness() {
        return profile.filled() == 0 ? Double.NaN : (double) profile.distinct() / profile.filled();
    }
}
