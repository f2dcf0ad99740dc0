package app.attune.events.ui;

import app.attune.events.EventRows;
import java.util.Objects;
import javafx.collections.ObservableListBase;

/// The chosen events as a table wants them: the frame's row at each place, made when asked for.
final class RowList extends ObservableListBase<Integer> {
    private final EventRows rows;

    RowList(EventRows rows) {
        this.rows = rows;
    }

    @Override
    public Integer get(int place) {
        return rows.row(Objects.checkIndex(place, rows.size()));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Integer position ? rows.place(position) : -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
