package app.attune.events.read;

import java.util.Deque;
import java.util.List;

/// Cuts lines whose values stand between blanks, one or many, as tables aligned for people have them.
final class AlignedCut implements LineReader.LineCut {
    private final boolean named;
    private List<String> columns = List.of();

    AlignedCut(FileFormat format) {
        this.named = format.header() == Header.PRESENT;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void take(long number, String line, Deque<RawRow> rows) {
        List<String> cells = Cells.cut(line);
        if (columns.isEmpty()) {
            columns = named ? ColumnNames.unique(cells) : ColumnNames.numbered(cells.size());
            if (named) {
                return;
            }
        }
        rows.add(
                cells.size() == columns.size()
                        ? new RawRow.Values(number, cells.toArray(String[]::new), line)
                        : new RawRow.Broken(new Rejection(
                                number,
                                0,
                                RejectReason.WRONG_COLUMN_COUNT,
                                "expected " + columns.size() + " columns, found " + cells.size(),
                                line)));
    }
}
