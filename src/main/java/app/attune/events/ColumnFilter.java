package app.attune.events;

import app.attune.core.Require;

/// A filter on one column, as the analyst writes it: `>100`, `1..5`, `=view`, `!=view`, `empty`, `filled` or part of a
/// text.
///
/// @param field name of the column as programs call it, such as `value`
/// @param text  read by [CellTest]; blank lets everything through
public record ColumnFilter(String field, String text) {
    private static final String OPERATORS = "=!<>~:";

    public ColumnFilter {
        Require.notBlank(field, "A filtered column's name");
        text = text.strip();
    }

    /// From one word such as `value>100`, `type=view`, `device~phone` or `item:empty`.
    ///
    /// @throws app.attune.core.ProblemException `data.bad-filter` if there is no operator after a name
    public static ColumnFilter parse(String written) {
        int at = 0;
        while (at < written.length() && OPERATORS.indexOf(written.charAt(at)) < 0) {
            at++;
        }
        String name = written.substring(0, at).strip();
        if (name.isEmpty() || at == written.length()) {
            throw FilterText.bad(written, "it names no column and no operator");
        }
        String rest = written.substring(at);
        return new ColumnFilter(name, rest.startsWith("~") || rest.startsWith(":") ? rest.substring(1) : rest);
    }
}
