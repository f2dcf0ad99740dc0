package app.attune.ui;

import java.util.Optional;

/// A place in the window: a screen, and perhaps one object on it.
///
/// @param screen one of the constants below
/// @param object the id of a segment, a rule set, a model or a user; empty for the screen as it stands
public record Destination(String screen, Optional<String> object) {
    public static final String HOME = "home";
    public static final String DATA = "data";
    public static final String IMPORT = "import";
    public static final String PEOPLE = "people";
    public static final String SEGMENTS = "segments";
    public static final String RULES = "rules";
    public static final String MODELS = "models";
    public static final String PREVIEW = "preview";
    public static final String EXPORT = "export";
    public static final String BACKUPS = "backups";
    public static final String SETTINGS = "settings";

    /// The screen as it stands.
    public static Destination of(String screen) {
        return new Destination(screen, Optional.empty());
    }

    /// The screen with one object opened on it.
    public static Destination of(String screen, String object) {
        return new Destination(screen, Optional.of(object));
    }
}
