package app.attune.segments;

import java.util.List;

/// How a value is compared, with what, and what is said of a missing one.
record Asked(Comparison comparison, List<String> values, WhenMissing whenMissing) {
    /// Whether a missing value matches.
    boolean matchesMissing() {
        return comparison.matchesMissing(whenMissing);
    }
}
