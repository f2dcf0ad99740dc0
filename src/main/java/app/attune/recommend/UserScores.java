package app.attune.recommend;

/// What a recommender reached per test user, in the order of the test set, and how much of the catalogue it showed.
///
/// @param coverage10 share of the catalogue's items that are in the top 10 of at least one test user
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record UserScores(
        double[] recall10, double[] recall20, double[] ndcg10, double[] ndcg20, double[] hit10, double coverage10) {}
