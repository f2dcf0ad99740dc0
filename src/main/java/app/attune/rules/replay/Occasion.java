package app.attune.rules.replay;

/// When a user is decided on during a replay. Events of one user at one time give one occasion.
public enum Occasion {
    /// At every event.
    EVENT,
    /// At the first event of every session.
    SESSION,
    /// At the first event of every day, in UTC.
    DAY
}
