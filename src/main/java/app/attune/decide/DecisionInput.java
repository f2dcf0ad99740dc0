package app.attune.decide;

import app.attune.recommend.HistoryItem;
import app.attune.segments.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// All that a decision about one user follows from, without the events: what a server has to know.
///
/// @param histories what each model looks at, by its kind, in ranking order of the items
public record DecisionInput(Profile profile, Map<String, List<HistoryItem>> histories) {
    public DecisionInput {
        histories = Map.copyOf(histories);
    }

    /// The same with another profile.
    public DecisionInput with(Profile other) {
        return new DecisionInput(other, histories);
    }

    /// The same with every history changed.
    public DecisionInput withHistories(UnaryOperator<List<HistoryItem>> change) {
        Map<String, List<HistoryItem>> changed = new TreeMap<>();
        histories.forEach((kind, history) -> changed.put(kind, change.apply(history)));
        return new DecisionInput(profile, changed);
    }
}
