package app.attune.profiles;

import app.attune.core.Require;
import app.attune.events.IdentifierLinks;

/// A value that stands for somebody, such as the e-mail address `ann@example.org`.
///
/// @param kind [IdentifierLinks#USER], or the column that holds such values
public record Identifier(String kind, String value) implements Comparable<Identifier> {
    public Identifier {
        Require.notBlank(kind, "The kind of an identifier");
        Require.notBlank(value, "An identifier");
    }

    public static Identifier user(String id) {
        return new Identifier(IdentifierLinks.USER, id);
    }

    /// As [#toString] writes it; without a kind it is a user's id.
    public static Identifier of(String text) {
        int colon = text.indexOf(':');
        return colon <= 0 ? user(text) : new Identifier(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Identifier other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? value.compareTo(other.value) : byKind;
    }

    @Override
    public String toString() {
        return kind + ":" + value;
    }
}
