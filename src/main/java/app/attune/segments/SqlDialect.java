package app.attune.segments;

/// What a segment can be read as.
public enum SqlDialect {
    /// Over the workbench's own tables, see [SqlNames].
    H2("H2"),
    /// Over the tables of a server, see [SparkSql].
    SPARK("Spark");

    private final String words;

    SqlDialect(String words) {
        this.words = words;
    }

    /// The name of the engine.
    public String words() {
        return words;
    }
}
