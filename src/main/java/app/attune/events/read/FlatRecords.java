package app.attune.events.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a flat file seen as records: one text per column that is not empty.
final class FlatRecords implements RecordReader {
    private final RowReader rows;
    private final List<String> columns;

    private FlatRecords(RowReader rows, List<String> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// Columns without names in the file get those of the format's shape.
    static FlatRecords of(RowReader rows, FileFormat format) {
        List<String> names = new ArrayList<>(rows.columns());
        List<String> given = format.shape().header();
        if (format.header() == Header.ABSENT) {
            for (int i = 0; i < Math.min(names.size(), given.size()); i++) {
                names.set(i, given.get(i));
            }
        }
        return new FlatRecords(rows, ColumnNames.unique(names));
    }

    @Override
    public Optional<RawRecord> next() {
        return rows.next().map(row -> switch (row) {
            case RawRow.Values values -> record(values);
            case RawRow.Broken broken -> new RawRecord.Broken(broken.rejection());
        });
    }

    @Override
    public void close() {
        rows.close();
    }

    private RawRecord record(RawRow.Values row) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            if (!row.values()[i].isEmpty()) {
                root.put(columns.get(i), row.values()[i]);
            }
        }
        return new RawRecord.Tree(row.line(), root, row.raw());
    }
}
