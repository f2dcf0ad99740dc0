package app.attune.events.store;

import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.schema.Schema;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.table.TableType;
import org.h2.table.VirtualTable;

/// A table of the frame inside H2, for reading only.
final class FrameTable extends VirtualTable {
    private final FrameRows rows;
    private final FrameIndex scan;
    private final FrameIndex byKey;

    FrameTable(Schema schema, FrameRows rows) {
        super(schema, 0, rows.name());
        this.rows = rows;
        Column[] columns = rows.fields().stream()
                .map(field -> new Column(field.name(), field.type()))
                .toArray(Column[]::new);
        setColumns(columns);
        scan = new FrameIndex(this, FrameIndex.Kind.SCAN, IndexColumn.wrap(columns));
        byKey = new FrameIndex(this, FrameIndex.Kind.BY_KEY, IndexColumn.wrap(new Column[] {columns[0]}));
    }

    FrameRows rows() {
        return rows;
    }

    @Override
    public Index getScanIndex(SessionLocal session) {
        return scan;
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(scan, byKey);
    }

    @Override
    public TableType getTableType() {
        return TableType.TABLE;
    }

    @Override
    public long getMaxDataModificationId() {
        return 0;
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public boolean canGetRowCount(SessionLocal session) {
        return true;
    }

    @Override
    public long getRowCount(SessionLocal session) {
        return rows.rows();
    }

    @Override
    public long getRowCountApproximation(SessionLocal session) {
        return rows.rows();
    }

    @Override
    public boolean canDrop() {
        return false;
    }
}
