package app.attune.events;

import java.util.List;

/// Texts added to a dictionary.
///
/// @param first position of the first of them
public record DictionaryGrowth(String dictionary, int first, List<String> texts) {
    public DictionaryGrowth {
        texts = List.copyOf(texts);
    }
}
