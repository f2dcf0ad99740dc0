package app.attune.events.read.shape;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How rows are made of the records of a file. [FieldPath] tells the language of the paths.
///
/// @param header  names for the columns of a flat file that has none; others are numbered on
/// @param explode lists that give one row per element, outer ones first
/// @param keep    what a row has to meet to be read; all of them
/// @param columns in the order of the rows
/// @param spread  parts whose names become columns after those
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordShape(
        List<String> header,
        List<Explode> explode,
        List<RecordTest> keep,
        List<ShapeColumn> columns,
        List<Spread> spread) {
    private static final RecordShape NONE = new RecordShape(List.of(), List.of(), List.of(), List.of(), List.of());

    public RecordShape {
        header = Given.list(header);
        explode = Given.list(explode);
        keep = Given.list(keep);
        columns = Given.list(columns);
        spread = Given.list(spread);
        Set<String> names = new HashSet<>();
        columns.forEach(column -> {
            if (!names.add(column.name())) {
                throw ShapeProblems.bad("Two columns are called '" + column.name() + "'");
            }
        });
        PathCheck paths = new PathCheck(explode);
        paths.tests(keep);
        paths.columns(columns);
        paths.spreads(spread);
    }

    /// Rows as the file has them.
    public static RecordShape none() {
        return NONE;
    }

    public static RecordShape of(List<ShapeColumn> columns) {
        return new RecordShape(List.of(), List.of(), List.of(), columns, List.of());
    }

    public RecordShape withColumns(List<ShapeColumn> other) {
        return new RecordShape(header, explode, keep, other, spread);
    }

    /// Lists come before the columns that look into them.
    public RecordShape withExplode(Explode... lists) {
        return new RecordShape(header, List.of(lists), keep, columns, spread);
    }

    public RecordShape withKeep(RecordTest... tests) {
        return new RecordShape(header, explode, List.of(tests), columns, spread);
    }

    public RecordShape withSpread(Spread... parts) {
        return new RecordShape(header, explode, keep, columns, List.of(parts));
    }

    /// Whether rows are left as the file has them.
    @JsonIgnore
    public boolean isNone() {
        return columns.isEmpty() && spread.isEmpty();
    }
}
