package app.attune.rules;

/// Whether a user may be treated by what is known of them.
public enum Personalisation {
    ALLOWED,
    /// The user said no: of all treatments only Exclude applies.
    REFUSED
}
