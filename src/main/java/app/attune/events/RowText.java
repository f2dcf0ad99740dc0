package app.attune.events;

import app.attune.core.Progress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Events as text for the clipboard: the rows and columns asked for, under their headings.
public final class RowText {
    private static final int CHECK = 0x3FF;

    private final EventCells cells;
    private final List<EventCells.Field> columns;

    public RowText(EventCells cells, List<EventCells.Field> columns) {
        this.cells = cells;
        this.columns = List.copyOf(columns);
    }

    /// Tab-separated lines; tabs and line breaks inside a cell become spaces.
    public String tsv(int[] rows, Progress progress) {
        StringBuilder text = new StringBuilder(line(EventCells.Field::name));
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            text.append(line(field -> cells.guarded(field, row)));
            check(i, rows.length, progress);
        }
        return text.toString();
    }

    private String line(Function<EventCells.Field, String> cell) {
        return columns.stream().map(field -> oneLine(cell.apply(field))).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String oneLine(String cell) {
        return cell.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
    }

    /// A table of HTML, for programs that keep columns apart.
    public String html(int[] rows, Progress progress) {
        StringBuilder text = new StringBuilder("<table><thead>")
                .append(row("th", EventCells.Field::name))
                .append("</thead><tbody>");
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            text.append(row("td", field -> cells.guarded(field, row)));
            check(i, rows.length, progress);
        }
        return text.append("</tbody></table>").toString();
    }

    private String row(String tag, Function<EventCells.Field, String> cell) {
        return columns.stream()
                .map(field -> "<" + tag + ">" + escaped(cell.apply(field)) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String cell) {
        return cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void check(int done, int total, Progress progress) {
        if ((done & CHECK) == 0) {
            progress.report("Copying", done, total);
            progress.checkpoint();
        }
    }
}
