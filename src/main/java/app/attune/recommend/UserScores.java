package app.attune.recommend;

import java.util.Map;

/// What a recommender reached per test user, in the order of the test set, and how it spread over the catalogue.
///
/// @param more       NaN where a user's list is too short to have a value, or was not looked at
/// @param coverage10 share of the catalogue's items that are in the top 10 of at least one test user
/// @param gini10     [ExposureMetrics#giniUnevenness] of the top 10; NaN if nothing was recommended
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record UserScores(
        double[] recall10,
        double[] recall20,
        double[] ndcg10,
        double[] ndcg20,
        double[] hit10,
        Map<Measure, double[]> more,
        double coverage10,
        double gini10) {}
