package app.attune.core;

/// Something an analyst should know and can act on.
///
/// @param code    a stable kebab-case name such as `import.no-user-column`, for tests and scripts
/// @param message what happened, with the numbers and the place
/// @param remedy  what to do next
public record Problem(String code, String message, String remedy) {
    public Problem {
        Require.notBlank(code, "A problem's code");
        Require.notBlank(message, "A problem's message");
        Require.notBlank(remedy, "A problem's remedy");
    }
}
