package app.attune.events;

/// Texts as positions in a dictionary. The arrays are shared, not copied: nobody writes to them.
///
/// @param codes position in `dictionary` per row, [Dictionary#MISSING] where there is none
@SuppressWarnings("ArrayRecordComponent") // Columns are compared by name, never as values.
public record TextColumn(String name, Dictionary dictionary, int[] codes) implements Column {
    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == Dictionary.MISSING;
    }

    @Override
    public String display(int row) {
        return isMissing(row) ? "" : dictionary.text(codes[row]);
    }
}
