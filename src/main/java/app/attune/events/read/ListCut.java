package app.attune.events.read;

import java.util.Deque;
import java.util.List;

/// Cuts lines that list what belongs to whom: a user's id, then the ids of items. Each item gives a row. Such lists
/// have no times, so every row gets the one in the format's layout.
final class ListCut implements LineReader.LineCut {
    /// What is taken where the layout has no time: nothing after it, so every day an analyst chooses includes all.
    static final String NO_TIME = "1970-01-01";

    private static final List<String> COLUMNS = List.of("user", "item", "time");

    private final String time;

    ListCut(FileFormat format) {
        this.time = format.layout().isBlank() ? NO_TIME : format.layout().strip();
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void take(long number, String line, Deque<RawRow> rows) {
        List<String> cells = Cells.cut(line);
        for (int i = 1; i < cells.size(); i++) {
            String[] values = {cells.getFirst(), cells.get(i), time};
            rows.add(new RawRow.Values(number, values, cells.getFirst() + " " + cells.get(i)));
        }
    }
}
