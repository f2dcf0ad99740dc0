package app.attune.events.store;

import org.h2.command.query.AllColumnsForPlan;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.IndexCondition;
import org.h2.index.VirtualTableIndex;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.result.SortOrder;
import org.h2.table.IndexColumn;
import org.h2.table.TableFilter;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/// Finds rows of the frame: all of them, or those of one value of the first column.
final class FrameIndex extends VirtualTableIndex {
    /// Which rows it can find.
    enum Kind {
        SCAN,
        BY_KEY
    }

    private static final double CHEAP = 10;

    private final FrameRows rows;
    private final Kind kind;

    FrameIndex(FrameTable table, Kind kind, IndexColumn[] columns) {
        super(table, "frame_" + table.rows().name() + "_" + kind, columns);
        this.rows = table.rows();
        this.kind = kind;
    }

    @Override
    public Cursor find(SessionLocal session, @Nullable SearchRow first, @Nullable SearchRow last, boolean reverse) {
        if (kind == Kind.BY_KEY && first != null && last != null) {
            Value from = first.getValue(0);
            Value to = last.getValue(0);
            if (from != null && to != null && !from.equals(ValueNull.INSTANCE) && from.equals(to)) {
                FrameRows.Range range = rows.key().of(from.getString());
                return new FrameCursor(session, rows, range.from(), range.to());
            }
        }
        return new FrameCursor(session, rows, 0, rows.rows());
    }

    @Override
    public boolean isFindUsingFullTableScan() {
        return kind == Kind.SCAN;
    }

    @Override
    public double getCost(
            SessionLocal session,
            int @Nullable [] masks,
            TableFilter[] filters,
            int filter,
            SortOrder sortOrder,
            AllColumnsForPlan allColumns,
            boolean isSelect) {
        double scan = 1_000 + rows.rows() * 2.0;
        boolean equal = masks != null && (masks[0] & IndexCondition.EQUALITY) == IndexCondition.EQUALITY;
        return switch (kind) {
            case SCAN -> scan;
            case BY_KEY -> equal ? CHEAP : 10 * scan;
        };
    }

    @Override
    public @Nullable String getCreateSQL() {
        return null;
    }

    @Override
    public String getPlanSQL() {
        return getName();
    }

    /// Makes one row after the other.
    private static final class FrameCursor implements Cursor {
        private static final int LOOK_UP = 0xFFF;

        private final SessionLocal session;
        private final FrameRows rows;
        private final int to;
        private int row;

        FrameCursor(SessionLocal session, FrameRows rows, int from, int to) {
            this.session = session;
            this.rows = rows;
            this.row = from - 1;
            this.to = to;
        }

        @Override
        public Row get() {
            Row made = Row.get(rows.values(row), 1);
            made.setKey(row);
            return made;
        }

        @Override
        public SearchRow getSearchRow() {
            return get();
        }

        @Override
        public boolean next() {
            if ((row & LOOK_UP) == 0) {
                session.checkCanceled();
            }
            return ++row < to;
        }

        @Override
        public boolean previous() {
            throw new UnsupportedOperationException("Rows are read forwards");
        }
    }
}
