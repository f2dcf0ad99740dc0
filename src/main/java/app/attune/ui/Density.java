package app.attune.ui;

/// How close the rows of tables and lists stand.
public enum Density {
    /// Rows of 36 px at normal text size.
    COMFORTABLE,
    /// Rows of 28 px at normal text size.
    COMPACT;

    String stylesheet() {
        return this == COMFORTABLE ? "comfortable.css" : "compact.css";
    }
}
