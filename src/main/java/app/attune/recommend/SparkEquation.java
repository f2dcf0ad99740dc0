package app.attune.recommend;

import app.attune.core.Require;

/// How Spark MLlib's ALS solves a user, whose rating of an item is its weight.
///
/// For implicit feedback a rating is confidence 1 + alpha * w in a yes; else it is what the product should be. Source:
/// Apache Spark 4.1, `org.apache.spark.ml.recommendation.ALS`, `computeFactors`; Hu, Koren, Volinsky, ICDM 2008; the
/// penalty that grows with the pairs: Zhou, Wilkinson, Schreiber, Pan, AAIM 2008.
///
/// @param alpha  0 or more; only for implicit feedback
/// @param lambda `regParam`, above 0
public record SparkEquation(Feedback feedback, double alpha, double lambda) implements UserEquation {
    private static final double MOST = 1e6;

    /// `implicitPrefs`.
    public enum Feedback {
        IMPLICIT,
        EXPLICIT
    }

    public SparkEquation {
        Require.that(alpha >= 0 && alpha <= MOST, "Alpha lies between 0 and 1,000,000");
        Require.that(
                lambda > 0 && lambda <= MOST,
                "regParam lies above 0, up to 1,000,000: a model trained with 0 cannot give users factors here");
    }

    @Override
    public double everywhere() {
        return feedback == Feedback.IMPLICIT ? 1 : 0;
    }

    @Override
    public double square(double weight) {
        return feedback == Feedback.IMPLICIT ? alpha * weight : 1;
    }

    @Override
    public double right(double weight) {
        return feedback == Feedback.IMPLICIT ? 1 + alpha * weight : weight;
    }

    @Override
    public double ridge(int pairs, int items) {
        return lambda * pairs;
    }

    /// As a table of a saved model.
    double[] saved() {
        return new double[] {feedback == Feedback.IMPLICIT ? 0 : 1, alpha, lambda};
    }

    static SparkEquation of(double[] saved) {
        Require.that(saved.length == 3, "Three numbers of the equation");
        return new SparkEquation(saved[0] == 0 ? Feedback.IMPLICIT : Feedback.EXPLICIT, saved[1], saved[2]);
    }
}
