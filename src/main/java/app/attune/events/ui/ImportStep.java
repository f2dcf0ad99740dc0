package app.attune.events.ui;

/// Where the analyst is on the way from a file to events.
enum ImportStep {
    FILE,
    FORMAT,
    COLUMNS,
    CHECK,
    RESULT
}
