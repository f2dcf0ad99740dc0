package app.attune.events;

/// Texts added to a dictionary, few enough to be one row of the store.
///
/// @param first position of the first of them
/// @param texts in UTF-8, each after its length; [#deflated] is what [ColumnCodec#texts(byte[], int)] reads
@SuppressWarnings("ArrayRecordComponent") // Made once and handed on, never compared.
public record DictionaryGrowth(String dictionary, int first, int count, byte[] texts) {
    public byte[] deflated() {
        return ColumnCodec.deflate(texts);
    }
}
