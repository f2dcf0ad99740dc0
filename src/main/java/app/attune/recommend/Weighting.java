package app.attune.recommend;

/// How much each interaction counts where items are compared: as it weighs, or less where a user took many items.
///
/// With N items, n(u) items of user u, w the weight, |i| the sum of the weights of item i and avg its mean over items:
/// TF-IDF gives sqrt(w) * ln(1 + N / n(u)); BM25 gives ln(1 + (N - n(u) + 1/2) / (n(u) + 1/2)) * w * (k1 + 1) / (w + k1
/// *
/// (1 - b + b * |i| / avg)) with k1 = 1.2 and b = 0.75. Items are the documents and users the words, so all weights
/// stay
/// above 0.
/// Sources: Salton and Buckley, "Term-weighting approaches in automatic text retrieval", IPM 24(5), 1988; Robertson and
/// Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", FnTIR 3(4), 2009; for item-kNN: Ferrari Dacrema,
/// Boglio, Cremonesi, Jannach, "A Troubling Analysis of Reproducibility and Progress in Recommender Systems Research",
/// TOIS 39(2), 2021.
enum Weighting {
    NONE,
    TF_IDF,
    BM25;

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    Interactions of(Interactions data) {
        return switch (this) {
            case NONE -> data;
            case TF_IDF -> data.with(tfIdf(data));
            case BM25 -> data.with(bm25(data));
        };
    }

    private static double[] tfIdf(Interactions data) {
        double[] weights = new double[data.pairs()];
        for (int row = 0; row < data.users(); row++) {
            double rarity = Math.log1p((double) data.items() / (data.to(row) - data.from(row)));
            for (int at = data.from(row); at < data.to(row); at++) {
                weights[at] = Math.sqrt(data.weight(at)) * rarity;
            }
        }
        return weights;
    }

    private static double[] bm25(Interactions data) {
        double[] lengths = new double[data.items()];
        double all = 0;
        for (int at = 0; at < data.pairs(); at++) {
            lengths[data.item(at)] += data.weight(at);
            all += data.weight(at);
        }
        double[] weights = new double[data.pairs()];
        for (int row = 0; row < data.users(); row++) {
            int taken = data.to(row) - data.from(row);
            double rarity = Math.log1p((data.items() - taken + 0.5) / (taken + 0.5));
            for (int at = data.from(row); at < data.to(row); at++) {
                double length = lengths[data.item(at)] * data.items() / all;
                double weight = data.weight(at);
                weights[at] = rarity * weight * (K1 + 1) / (weight + K1 * (1 - B + B * length));
            }
        }
        return weights;
    }
}
