package app.attune.events;

import app.attune.core.Progress;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Columns kept by name, turned from dictionary positions into what they are understood as.
final class KeptValues {
    private final RowKind kind;
    private final int rows;
    private final Map<String, int[]> latest;
    private final Map<String, List<String>> dictionaries;
    private final Map<String, FieldType> types;

    private KeptValues(EventStore store, RowKind kind, int rows, Progress progress) {
        this.kind = kind;
        this.rows = rows;
        this.latest = LatestAttributes.read(store, kind, rows, progress).codes();
        this.dictionaries = store.dictionaries();
        this.types = store.keptTypes(kind);
    }

    /// The newest attributes of users or items by position; nothing is made of them before [#table].
    ///
    /// @param kind USERS or ITEMS
    /// @param rows how many users or items there are
    static KeptValues read(EventStore store, RowKind kind, int rows, Progress progress) {
        return new KeptValues(store, kind, rows, progress);
    }

    /// All that was read must be of one state of the data.
    ColumnTable table() {
        List<Column> columns = new ArrayList<>();
        latest.forEach((name, codes) -> columns.add(column(
                name,
                types.getOrDefault(name, FieldType.TEXT),
                dictionaries.getOrDefault(Dictionaries.kept(kind, name), List.of()),
                codes)));
        return new ColumnTable(rows, columns);
    }

    /// Text unless every text of the dictionary is of `type`.
    static Column column(String name, FieldType type, List<String> texts, int[] codes) {
        return switch (type) {
            case TEXT -> text(name, texts, codes);
            case NUMBER -> number(name, texts, codes);
            case DATE -> date(name, texts, codes);
        };
    }

    private static Column text(String name, List<String> texts, int[] codes) {
        return new TextColumn(name, Dictionary.of(texts), codes);
    }

    private static Column number(String name, List<String> texts, int[] codes) {
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalDouble number = NumberText.parse(texts.get(i), DecimalMark.POINT);
            if (number.isEmpty() || NumberText.isCode(texts.get(i))) {
                return text(name, texts, codes);
            }
            numbers[i] = number.getAsDouble();
        }
        double[] values = new double[codes.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = codes[row] == Dictionary.MISSING ? Double.NaN : numbers[codes[row]];
        }
        return new NumberColumn(name, values);
    }

    private static Column date(String name, List<String> texts, int[] codes) {
        TimeReader reader = new TimeReader(TimeFormat.iso());
        long[] dates = new long[texts.size()];
        for (int i = 0; i < dates.length; i++) {
            OptionalLong millis = reader.millis(texts.get(i));
            if (millis.isEmpty()) {
                return text(name, texts, codes);
            }
            dates[i] = millis.getAsLong();
        }
        long[] values = new long[codes.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = codes[row] == Dictionary.MISSING ? DateColumn.MISSING : dates[codes[row]];
        }
        return new DateColumn(name, values);
    }
}
