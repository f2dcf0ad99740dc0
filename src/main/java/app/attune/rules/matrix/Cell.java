package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.ItemSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values of one subject that no row tells apart, with one of them for all.
sealed interface Cell {
    /// No value.
    record Missing() implements Cell {}

    /// A text.
    record Text(String text) implements Cell {}

    /// Numbers from `low` to `high`; whether the ends belong to them does not matter to those who compare cells.
    ///
    /// @param pick one of them
    record Numbers(double low, double high, double pick) implements Cell {
        static Numbers of(double number) {
            return new Numbers(number, number, number);
        }

        /// Whether all of them are above a number: where not the lowest is the pick, it does not belong to them.
        boolean isBeyond(double number) {
            return low > number || (low == number && pick > low);
        }
    }

    /// A date in epoch milliseconds.
    record Date(long millis) implements Cell {}

    /// The user of that id.
    record Named(String id) implements Cell {}

    /// Any user but the named ones.
    record SomebodyElse() implements Cell {}

    /// What was said of a purpose.
    record Agreed(boolean agreed) implements Cell {}

    /// The percent of ranked users above and below.
    record Rank(double above, double below) implements Cell {}

    /// A basket.
    ///
    /// @param has   the selectors that select one of its items
    /// @param items such items; empty when none are known
    record Basket(Set<ItemSelector> has, Optional<List<ItemId>> items) implements Cell {}

    /// A time.
    record Moment(Instant at) implements Cell {}

    /// Whether a rule was shown as often as its cap allows.
    record Reached(boolean reached) implements Cell {}
}
