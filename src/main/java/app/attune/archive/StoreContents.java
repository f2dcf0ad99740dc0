package app.attune.archive;

import java.util.List;

/// What a store holds, counted.
///
/// @param imports     that are complete
/// @param segments    that are not deleted
/// @param rules       of the newest version
/// @param definitions newest versions of all there are, the deleted ones too
public record StoreContents(long events, int imports, int segments, int rules, List<Definition> definitions) {
    public StoreContents {
        definitions = List.copyOf(definitions);
    }
}
