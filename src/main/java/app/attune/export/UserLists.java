package app.attune.export;

/// Whether a bundle holds a list per user.
public enum UserLists {
    LEFT_OUT,
    /// With real user ids: personal data leaves this machine.
    INCLUDED
}
