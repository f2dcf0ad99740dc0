package app.attune.events.quality;

import java.util.List;

/// How a column of a source differs from the source's import before.
///
/// @param source   files whose names differ in digits only are one source: `events-#.csv`
/// @param importId of the newer import; 0 for one that is about to be
/// @param before   how the column was understood; empty if it is new
/// @param after    how it is understood; empty if it is gone
/// @param uses     what asks for the column: "segment Young", "expectation Ages are plausible"
public record SchemaChange(
        String source, long importId, Kind kind, String column, String before, String after, List<String> uses) {
    /// What became of the column.
    public enum Kind {
        ADDED,
        REMOVED,
        RETYPED
    }

    public SchemaChange {
        uses = List.copyOf(uses);
    }

    /// Whether something made with the older column no longer finds what it asks for.
    public boolean isBreaking() {
        return kind != Kind.ADDED && !uses.isEmpty();
    }
}
