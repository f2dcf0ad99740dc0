package app.attune.events.read;

import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts lines at fixed places. The format's layout has the place, from 1, at which each column starts: `1,8,17`.
final class FixedCut implements LineReader.LineCut {
    private final int[] starts;
    private final boolean named;
    private List<String> columns;

    FixedCut(FileFormat format) {
        this.starts = starts(format.layout());
        this.named = format.header() == Header.PRESENT;
        this.columns = named ? List.of() : ColumnNames.numbered(starts.length);
    }

    /// @throws ProblemException `import.bad-column-starts`
    static int[] starts(String layout) {
        String[] texts = layout.strip().split("\\s*[,; ]\\s*", -1);
        int[] starts = new int[texts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = texts[i].matches("\\d{1,6}") ? Integer.parseInt(texts[i]) - 1 : -1;
            if (starts[i] < 0 || (i > 0 && starts[i] <= starts[i - 1])) {
                throw ProblemException.of(
                        "import.bad-column-starts",
                        "'" + layout + "' are no places where columns start.",
                        "Give the place of each column's first character, counted from 1, such as 1,8,17.");
            }
        }
        return starts;
    }

    /// A line with these values in its columns.
    static String line(FileFormat format, List<String> values) {
        int[] starts = starts(format.layout());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < starts.length && i < values.size(); i++) {
            line.setLength(Math.min(line.length(), starts[i]));
            line.repeat(' ', starts[i] - line.length()).append(values.get(i));
        }
        return line.append('\n').toString();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void take(long number, String line, Deque<RawRow> rows) {
        String[] values = new String[starts.length];
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? Math.min(starts[i + 1], line.length()) : line.length();
            values[i] = starts[i] >= end ? "" : line.substring(starts[i], end).strip();
        }
        if (named && columns.isEmpty()) {
            columns = ColumnNames.unique(new ArrayList<>(List.of(values)));
            return;
        }
        rows.add(new RawRow.Values(number, values, line));
    }
}
