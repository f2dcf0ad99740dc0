package app.attune.core;

/// Checks of arguments that only a programming error can break.
public final class Require {
    private Require() {}

    /// @param text may be missing where JSON made the value
    /// @throws IllegalArgumentException if `text` is missing, empty or only blanks
    public static String notBlank(String text, String what) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return text;
    }

    /// @throws IllegalArgumentException with `message` unless `holds`
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
