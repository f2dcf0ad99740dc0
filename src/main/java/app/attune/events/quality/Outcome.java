package app.attune.events.quality;

import app.attune.events.ColumnFilter;
import java.util.Optional;

/// What became of an expectation.
///
/// @param found   what the data say, in words with numbers
/// @param failing events, or days, that break it
/// @param rows    shows the events that break it
public record Outcome(
        Expectation expectation, Verdict verdict, String found, long failing, Optional<ColumnFilter> rows) {
    /// Whether the data are as expected.
    public enum Verdict {
        PASS,
        FAIL,
        /// There is no such column, or nothing in it to judge.
        UNKNOWN
    }

    public boolean isPass() {
        return verdict == Verdict.PASS;
    }
}
