package app.attune.recommend.rerank;

/// Minus the greatest likeness to anything taken before; 0 for the first.
final class MarginalRelevance implements Greedy.Gain {
    private final int[] items;
    private final Unlikeness unlikeness;
    private final double[] likest;

    /// @param items of the candidates
    MarginalRelevance(int[] items, Unlikeness unlikeness) {
        this.items = items;
        this.unlikeness = unlikeness;
        this.likest = new double[items.length];
    }

    @Override
    public double of(int candidate) {
        return -likest[candidate];
    }

    @Override
    public void taken(int candidate) {
        for (int other = 0; other < items.length; other++) {
            if (likest[other] < 1 && other != candidate) {
                likest[other] = Math.max(likest[other], 1 - unlikeness.between(items[candidate], items[other]));
            }
        }
    }
}
