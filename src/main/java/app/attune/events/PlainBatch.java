package app.attune.events;

import app.attune.events.read.PlainRow;
import app.attune.events.read.RowReader;

/// Plain rows that lie in memory side by side, with room for what they say. Reused; it holds until it is read again.
///
/// Rows are taken in batches because the memory answers many look-ups at once in the time of one.
final class PlainBatch {
    private static final int ROWS = 64;

    private final PlainRow[] rows = new PlainRow[ROWS];
    private final MappedRow[] mapped = new MappedRow[ROWS];
    private int size;

    PlainBatch(KeptColumns kept) {
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new PlainRow();
            mapped[i] = new MappedRow(kept);
        }
    }

    /// Whether there is at least one plain row next; else `reader` has it in full, or is at its end.
    boolean read(RowReader reader) {
        size = reader.nextPlain(rows[0]) ? 1 : 0;
        while (size > 0 && size < ROWS && reader.nextPlainBeside(rows[size])) {
            size++;
        }
        return size > 0;
    }

    int size() {
        return size;
    }

    PlainRow row(int i) {
        return rows[i];
    }

    /// What the rows say, as far as they are mapped.
    MappedRow[] mapped() {
        return mapped;
    }

    /// Maps the rows from `from` on up to the first that needs a closer look, whose number is the answer.
    int map(int from, PlainMapper mapper) {
        int at = from;
        while (at < size && mapper.map(rows[at], mapped[at])) {
            at++;
        }
        return at;
    }
}
