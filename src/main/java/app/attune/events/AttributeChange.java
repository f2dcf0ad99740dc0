package app.attune.events;

import java.util.Locale;

/// What a row about a user or an item does to what was known before.
enum AttributeChange {
    /// Values that are there replace older ones; an empty value says nothing.
    MERGE,
    /// The row is all there is to know: what is empty in it is no longer known.
    REPLACE,
    /// Nothing is known any more.
    DELETE;

    /// Any other word than "replace" and "delete" merges.
    static AttributeChange of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "replace" -> REPLACE;
            case "delete" -> DELETE;
            default -> MERGE;
        };
    }
}
