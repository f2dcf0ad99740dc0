package app.attune.events.quality;

import java.time.Instant;
import java.util.List;

/// One version of all that is expected.
public record ExpectationSet(int version, List<Expectation> expectations, String author, String note, Instant savedAt) {
    public ExpectationSet {
        expectations = List.copyOf(expectations);
    }

    /// Before anything was expected.
    static ExpectationSet none() {
        return new ExpectationSet(0, List.of(), "", "", Instant.EPOCH);
    }
}
