package app.attune.events.ui;

import java.util.Optional;

/// Whose choice the settings of an import were to begin with.
sealed interface Origin {
    /// Of the names and values of the columns.
    ///
    /// @param reason why no preset was taken; blank if the analyst wanted none
    record Guessed(String reason) implements Origin {}

    /// Of a preset.
    ///
    /// @param reason which of its signs the file has
    record FromPreset(String id, String name, String reason) implements Origin {}

    /// Of a saved mapping.
    ///
    /// @param note why it is read in another encoding than it was saved for; else blank
    record Saved(String name, String note) implements Origin {
        Saved(String name) {
            this(name, "");
        }
    }

    /// The name of the saved mapping, if it is from one.
    default Optional<String> saved() {
        return this instanceof Saved saved ? Optional.of(saved.name()) : Optional.empty();
    }

    /// The id of the preset, if it is from one.
    default Optional<String> preset() {
        return this instanceof FromPreset preset ? Optional.of(preset.id()) : Optional.empty();
    }
}
