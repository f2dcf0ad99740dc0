package app.attune.rules;

import app.attune.core.ItemId;
import java.util.Optional;

/// An item of the list after all rules.
///
/// @param place      1 is the top
/// @param modelScore 0 if the model did not propose it
/// @param score      after the factor
/// @param factor     1 unless `scoredBy` changed it
/// @param pinnedBy   the rule that put it at its place
/// @param scoredBy   the rule that boosted or buried it
public record RuledItem(
        int place,
        ItemId item,
        double modelScore,
        double score,
        double factor,
        Optional<RuleId> pinnedBy,
        Optional<RuleId> scoredBy) {}
