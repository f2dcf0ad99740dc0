package app.attune.recommend;

import app.attune.core.ItemId;
import java.util.List;
import java.util.Optional;

/// A recommended item with its score and the evidence it rests on.
///
/// @param evidence items of the user's history that contributed most, strongest first; empty for popularity
/// @param support  users who interacted with the item in the training data
public record Recommendation(ItemId item, double score, List<Evidence> evidence, int support) {
    /// @param contribution part of the score that this item of the history explains
    /// @param together     the baskets behind it; empty unless the model counts baskets
    public record Evidence(ItemId item, double contribution, Optional<Together> together) {
        public Evidence(ItemId item, double contribution) {
            this(item, contribution, Optional.empty());
        }
    }

    public Recommendation {
        evidence = List.copyOf(evidence);
    }
}
