package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.recommend.Recommendation.Evidence;
import app.attune.rules.RuleId;
import java.util.List;
import java.util.Optional;

/// An item of a decision.
///
/// @param place      1 is the top
/// @param score      the model's score times the factor
/// @param modelScore 0 if the model did not propose the item
/// @param factor     of the rule that boosted or buried it, else 1
/// @param rule       the rule that pinned, boosted or buried it
/// @param sentence   why it is there, in words
/// @param evidence   items of the user's history it rests on, strongest first
public record DecidedItem(
        int place,
        ItemId item,
        double score,
        double modelScore,
        double factor,
        Source source,
        Optional<RuleId> rule,
        String sentence,
        List<Evidence> evidence) {
    /// What put an item on the list.
    public enum Source {
        /// A rule pinned it.
        RULE,
        /// The model chosen by rule or by default proposed it.
        MODEL,
        /// A model further down the chain proposed it, or popularity in place of personalisation.
        FALLBACK
    }

    public DecidedItem {
        evidence = List.copyOf(evidence);
    }
}
