package app.attune.recommend.rerank;

/// Fills the first places one by one with whatever adds most; ties: whoever stood higher. The rest keep their order.
///
/// Cost O(n candidates) gains.
final class Greedy {
    private Greedy() {}

    /// What a candidate adds to those already taken besides its relevance.
    interface Gain {
        double of(int candidate);

        void taken(int candidate);
    }

    /// @param weight of the gain, 0 to 1; relevance has what is left of 1
    /// @param n      how many places are chosen for
    static Candidates reorder(Candidates list, int n, double weight, Gain gain) {
        double[] relevance = list.relevance();
        int[] order = list.order().clone();
        double[] carried = relevance.clone();
        for (int place = 0; place < Math.min(n, order.length); place++) {
            int best = place;
            double most = Double.NEGATIVE_INFINITY;
            for (int at = place; at < order.length; at++) {
                double value = (1 - weight) * carried[at] + weight * gain.of(order[at]);
                if (value > most) {
                    most = value;
                    best = at;
                }
            }
            forward(order, carried, best, place);
            gain.taken(order[place]);
        }
        return list.in(order);
    }

    private static void forward(int[] order, double[] carried, int from, int to) {
        int candidate = order[from];
        double relevance = carried[from];
        System.arraycopy(order, to, order, to + 1, from - to);
        System.arraycopy(carried, to, carried, to + 1, from - to);
        order[to] = candidate;
        carried[to] = relevance;
    }
}
