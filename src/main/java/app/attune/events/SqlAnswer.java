package app.attune.events;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// All of it for a spreadsheet: headings and rows, a tab between values, which hold none themselves. A text that a
    /// spreadsheet would run begins with an apostrophe.
    public String tabbed() {
        List<String> names = columns.stream().map(SqlColumn::name).toList();
        return Stream.concat(Stream.of(names), rows.stream())
                .map(row -> row.stream().map(SqlAnswer::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String text) {
        return TableFile.guarded(text).replaceAll("[\t\r\n]", " ");
    }
}
