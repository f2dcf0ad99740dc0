package app.attune.decider;

import java.util.Locale;

/// What an attribute of a bundle holds.
enum ValueKind {
    TEXT,
    NUMBER,
    DATE,
    /// The data did not have it when the bundle was exported: missing for everybody.
    UNKNOWN;

    static ValueKind of(Fields fields) {
        String word = fields.text("kind");
        for (ValueKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw fields.malformed("the kind \"" + word + "\" is not known");
    }
}
