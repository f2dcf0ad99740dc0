package app.attune.events.read;

/// The ways a file writes a point in time.
public enum TimeKind {
    /// `2026-11-14`, `2026-11-14T09:30:00.123+01:00`, `2026-11-14 09:30` and between.
    ISO,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    EPOCH_MICROS,
    EPOCH_NANOS,
    /// Whole days.
    EPOCH_DAYS,
    /// By a pattern such as `dd.MM.yyyy HH:mm`.
    PATTERN
}
