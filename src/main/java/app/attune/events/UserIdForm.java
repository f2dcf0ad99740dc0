package app.attune.events;

/// How user ids are taken from the file.
public enum UserIdForm {
    AS_WRITTEN,
    /// In small letters, as for e-mail addresses.
    IGNORING_CASE,
    /// `17850.0` becomes `17850`; anything but a whole number is refused.
    WHOLE_NUMBER
}
