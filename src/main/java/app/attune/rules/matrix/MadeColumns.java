package app.attune.rules.matrix;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.segments.FieldKind;
import java.util.List;

/// Writes chosen values as columns.
final class MadeColumns {
    private MadeColumns() {}

    static Column column(String name, FieldKind kind, List<Cell> cells) {
        return switch (kind) {
            case TEXT -> texts(name, cells);
            case NUMBER ->
                new NumberColumn(
                        name,
                        cells.stream()
                                .mapToDouble(cell -> cell instanceof Cell.Numbers number ? number.pick() : Double.NaN)
                                .toArray());
            case DATE ->
                new DateColumn(
                        name,
                        cells.stream()
                                .mapToLong(cell -> cell instanceof Cell.Date date ? date.millis() : DateColumn.MISSING)
                                .toArray());
        };
    }

    private static Column texts(String name, List<Cell> cells) {
        Dictionary texts = Dictionary.of(cells.stream()
                .filter(Cell.Text.class::isInstance)
                .map(cell -> ((Cell.Text) cell).text())
                .distinct()
                .toList());
        int[] codes = cells.stream()
                .mapToInt(cell -> cell instanceof Cell.Text text ? code(texts, text.text()) : Dictionary.MISSING)
                .toArray();
        return new TextColumn(name, texts, codes);
    }

    static int code(Dictionary dictionary, String text) {
        return dictionary.find(text).orElseThrow();
    }
}
