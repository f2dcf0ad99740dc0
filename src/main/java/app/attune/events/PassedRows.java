package app.attune.events;

import app.attune.events.read.RowReader;
import java.util.List;
import java.util.Map;

/// Rows of another reader on their way to the import, looked at as values and never as plain bytes.
abstract class PassedRows implements RowReader {
    private final RowReader rows;

    PassedRows(RowReader rows) {
        this.rows = rows;
    }

    final RowReader rows() {
        return rows;
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public final List<String> unreadNames() {
        return rows.unreadNames();
    }

    @Override
    public final Map<String, Long> oddValues() {
        return rows.oddValues();
    }

    @Override
    public final long leftOut() {
        return rows.leftOut();
    }

    @Override
    public final void close() {
        rows.close();
    }
}
