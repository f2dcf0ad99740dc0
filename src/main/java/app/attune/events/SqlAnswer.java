package app.attune.events;

import java.util.List;

/// What a query gave.
///
/// @param cut whether there were more rows than asked for
public record SqlAnswer(List<SqlColumn> columns, List<List<String>> rows, boolean cut) {
    /// @param isNumber whether the column reads best aligned at the right
    public record SqlColumn(String name, boolean isNumber) {}

    public SqlAnswer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
