package app.attune.rules;

import app.attune.core.ItemId;
import java.util.Comparator;

/// A candidate that may get a place of the list.
///
/// @param score the model's score times the factor of a rule
public record RankedItem(ItemId item, double modelScore, double score) {
    static final Comparator<RankedItem> RANKING =
            Comparator.comparingDouble(RankedItem::score).reversed().thenComparing(RankedItem::item, ItemId.RANKING);
}
