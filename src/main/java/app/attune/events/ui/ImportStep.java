package app.attune.events.ui;

/// Where the analyst is on the way from a file to events.
enum ImportStep {
    FILE,
    FORMAT,
    COLUMNS,
    CHECK,
    RESULT;

    /// Where back leads to.
    ImportStep before() {
        return switch (this) {
            case FILE, FORMAT -> FILE;
            case COLUMNS -> FORMAT;
            case CHECK, RESULT -> COLUMNS;
        };
    }
}
