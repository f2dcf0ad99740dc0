package app.attune.events;

/// One named column of values, dense, read-only, with missing values said and not guessed.
public sealed interface Column permits TextColumn, NumberColumn, DateColumn {
    String name();

    int size();

    boolean isMissing(int row);

    /// For reading: texts as they are, numbers without trailing zeros, dates in ISO-8601 UTC; empty when missing.
    String display(int row);

    /// The same as people read it; [#display(int)] is for programs.
    default String shown(int row) {
        return display(row);
    }
}
