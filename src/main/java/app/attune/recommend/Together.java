package app.attune.recommend;

/// How often two items were in one basket.
///
/// @param both    baskets with both
/// @param ofThis  baskets with the item that speaks for the other
/// @param ofOther baskets with the other
/// @param baskets all of them
public record Together(int both, int ofThis, int ofOther, int baskets) {
    /// The share of all baskets that have both.
    public double support() {
        return (double) both / baskets;
    }

    /// The share of the baskets with this item that have the other too.
    public double confidence() {
        return (double) both / ofThis;
    }

    /// How many times as many baskets have both as by chance (Brin, Motwani, Silverstein, "Beyond Market Baskets",
    /// SIGMOD 1997).
    public double lift() {
        return confidence() * baskets / ofOther;
    }

    /// How much evidence there is that the two do not meet by chance: -2 log of the likelihood ratio, 0 and more.
    /// Source: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics
    /// 19(1), 1993.
    public double logLikelihoodRatio() {
        double neither = (double) baskets - ofThis - ofOther + both;
        double onlyThis = (double) ofThis - both;
        double onlyOther = (double) ofOther - both;
        double without = (double) baskets - ofThis;
        double withoutOther = (double) baskets - ofOther;
        return 2
                * (part(both, ofThis, ofOther)
                        + part(onlyThis, ofThis, withoutOther)
                        + part(onlyOther, without, ofOther)
                        + part(neither, without, withoutOther));
    }

    /// 0 where there are none.
    private double part(double count, double row, double column) {
        return count == 0 ? 0 : count * StrictMath.log(count * baskets / (row * column));
    }
}
