package app.attune.archive;

import app.attune.core.Counted;
import java.util.List;

/// What a store holds, counted.
///
/// @param users       whose ids came with an import
/// @param imports     that are complete
/// @param segments    that are not deleted
/// @param rules       of the newest version
/// @param definitions newest versions of all there are, the deleted ones too
public record StoreContents(
        long events, long users, int imports, int segments, int rules, List<Definition> definitions) {
    public StoreContents {
        definitions = List.copyOf(definitions);
    }

    /// How many models are kept.
    public long models() {
        return definitions.stream()
                .filter(definition -> definition.kind() == Definition.Kind.MODEL)
                .count();
    }

    /// "248 events, 12 users, 3 imports, 1 segment, 2 rules, 1 model".
    public String words() {
        return String.join(
                ", ",
                Counted.of(events, "event"),
                Counted.of(users, "user"),
                Counted.of(imports, "import"),
                Counted.of(segments, "segment"),
                Counted.of(rules, "rule"),
                Counted.of(models(), "model"));
    }
}
