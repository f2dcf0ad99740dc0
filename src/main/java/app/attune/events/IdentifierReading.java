package app.attune.events;

/// How the values of one kind of identifier are compared.
public enum IdentifierReading {
    /// Letter by letter.
    EXACT,
    /// As e-mail addresses are: capitals mean nothing.
    IGNORING_CASE,
    /// A value is the id of the user who is called so, as an anonymous id is while nobody is signed in.
    AS_USER_ID
}
