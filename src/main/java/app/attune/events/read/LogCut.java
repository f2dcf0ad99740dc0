package app.attune.events.read;

import app.attune.events.read.log.FieldNames;
import app.attune.events.read.log.LinePattern;
import app.attune.events.read.log.LogEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Cuts lines of a server log by a pattern and adds what happened. Lines that begin with `#` are comments.
final class LogCut implements LineReader.LineCut {
    private final LinePattern pattern;
    private final List<String> columns;
    private final int method;
    private final int path;
    private final int status;

    LogCut(FileFormat format) {
        this.pattern = LinePattern.of(format.layout());
        List<String> names = new ArrayList<>(pattern.names());
        this.method = names.indexOf(FieldNames.METHOD);
        this.path = names.indexOf(FieldNames.PATH);
        this.status = names.indexOf(FieldNames.STATUS);
        names.add(FieldNames.EVENT);
        this.columns = ColumnNames.unique(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void take(long number, String line, Deque<RawRow> rows) {
        if (line.startsWith("#")) {
            return;
        }
        Optional<String[]> values = pattern.cut(line);
        rows.add(values.<RawRow>map(found -> new RawRow.Values(number, withEvent(found), line))
                .orElseGet(() -> new RawRow.Broken(new Rejection(
                        number,
                        0,
                        RejectReason.OTHER_PATTERN,
                        "the line is not of the pattern that the others have",
                        line))));
    }

    private String[] withEvent(String[] values) {
        String[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = LogEvent.of(value(values, method), value(values, path), value(values, status));
        return all;
    }

    private static String value(String[] values, int position) {
        return position < 0 ? "" : values[position];
    }
}
