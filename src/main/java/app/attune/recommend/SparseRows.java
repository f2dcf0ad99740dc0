package app.attune.recommend;

/// Interactions seen from one side: users with their items, or items with their users.
interface SparseRows {
    int rows();

    /// Where a row's pairs begin.
    int from(int row);

    /// Where they end, exclusive.
    int to(int row);

    /// Position of the pair's other side.
    int other(int at);

    double weight(int at);
}
