package app.attune.segments.discover;

import app.attune.segments.Condition;

/// Two items that are in one order more often than by chance.
///
/// @param first     the one in fewer orders
/// @param second    the other
/// @param both      orders with both
/// @param ofFirst   orders with the first
/// @param ofSecond  orders with the second
/// @param orders    all orders
/// @param condition who bought the first and has not bought the second
/// @param users     how many these are
public record BoughtTogether(
        String first, String second, int both, int ofFirst, int ofSecond, int orders, Condition condition, int users) {
    /// The share of the orders with the first that have the second too, above 0 and at most 1.
    public double confidence() {
        return (double) both / ofFirst;
    }

    /// How many times as many orders have both as by chance (Brin, Motwani and Silverstein 1997, "Beyond Market
    /// Baskets", SIGMOD).
    public double lift() {
        return confidence() * orders / ofSecond;
    }

    BoughtTogether meaning(int counted) {
        return new BoughtTogether(first, second, both, ofFirst, ofSecond, orders, condition, counted);
    }
}
