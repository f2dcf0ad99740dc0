package app.attune.decide;

import app.attune.profiles.Population;
import app.attune.recommend.HistoryItem;
import java.time.Instant;
import java.util.List;

/// Turns a user's events before a point in time into what models look at.
@FunctionalInterface
public interface HistoryReader {
    List<HistoryItem> history(int userIdx, Instant asOf);

    /// The same of other data.
    default HistoryReader on(Population other) {
        return this;
    }
}
