package app.attune.recommend;

/// How the factors x of a user are solved from what they did, with Y the factors of all items:
///
/// (everywhere * Y'Y + sum of square(w) y y' + ridge * I) x = sum of right(w) y, over the items of the user with
/// factors y
/// and weight w.
sealed interface UserEquation permits LeastSquares.Penalty, SparkEquation {
    /// Weight of all pairs alike.
    double everywhere();

    double square(double weight);

    double right(double weight);

    /// @param pairs items of the user
    /// @param items of the model
    double ridge(int pairs, int items);
}
