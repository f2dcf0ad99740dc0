package app.attune.events;

import app.attune.core.Require;
import java.util.List;
import java.util.Optional;

/// Named columns of equal length, such as the attributes of users or of items by their position.
public record ColumnTable(int rows, List<Column> columns) {
    public ColumnTable {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            Require.that(column.size() == rows, "Every column has as many values as the table has rows");
        }
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public static ColumnTable empty(int rows) {
        return new ColumnTable(rows, List.of());
    }
}
