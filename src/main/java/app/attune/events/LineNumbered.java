package app.attune.events;

import app.attune.events.read.RawRow;
import app.attune.events.read.RowReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Gives each row its line as one more value, for files that have nothing else to call their rows by.
final class LineNumbered extends PassedRows {
    private final List<String> columns;
    private final int position;

    private LineNumbered(RowReader rows) {
        super(rows);
        int known = rows.columns().indexOf(Mapping.LINE);
        List<String> all = new ArrayList<>(rows.columns());
        if (known < 0) {
            all.add(Mapping.LINE);
        }
        this.columns = List.copyOf(all);
        this.position = known < 0 ? all.size() - 1 : known;
    }

    /// The rows themselves where the mapping does not ask for their lines.
    static RowReader of(RowReader rows, Mapping mapping) {
        return mapping.usesLine() ? new LineNumbered(rows) : rows;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<RawRow> next() {
        return rows().next().map(row -> switch (row) {
            case RawRow.Values values -> {
                String[] numbered = Arrays.copyOf(values.values(), columns.size());
                numbered[position] = Long.toString(values.line());
                yield new RawRow.Values(values.line(), numbered, values.raw(), values.part());
            }
            case RawRow.Broken broken -> broken;
        });
    }
}
