package app.attune.segments.discover;

import app.attune.core.ProblemException;

/// Which pairs of items are looked for.
///
/// @param orders 2 or more: in fewer orders together is chance, and tells of single buyers
/// @param items  2 to 2,000: of so many items, those in most orders, each pair is counted
/// @param lift   at least so many times as many orders as by chance, 1 or more
/// @param most   1 or more: not more pairs than these
public record BasketLimits(int orders, int items, double lift, int most) {
    private static final int MOST_ITEMS = 2_000;

    /// What is looked for unless somebody says otherwise; as many pairs as somebody reads.
    public static final BasketLimits DEFAULT = new BasketLimits(5, 300, Habits.LEAST_LIFT, 25);

    /// @throws ProblemException `discover.limits`
    public BasketLimits {
        require(orders >= 2, "Pairs are looked for in 2 or more orders, not in " + orders);
        require(items >= 2 && items <= MOST_ITEMS, "Pairs are looked for among 2 to 2,000 items, not among " + items);
        require(lift >= 1 && Double.isFinite(lift), "Pairs are looked for from 1 times chance on, not from " + lift);
        require(most >= 1, "1 pair or more is looked for, not " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw ProblemException.of("discover.limits", otherwise + ".", "Ask for a number in these limits.");
        }
    }

    /// As many pairs as `pairs`.
    public BasketLimits most(int pairs) {
        return new BasketLimits(orders, items, lift, pairs);
    }
}
