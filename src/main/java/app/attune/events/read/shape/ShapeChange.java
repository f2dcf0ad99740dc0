package app.attune.events.read.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Changes a shape as an analyst points at the places of the records: which list becomes rows, what else is a column.
///
/// @param fields of the first records
public record ShapeChange(List<RecordField> fields) {
    public ShapeChange {
        fields = List.copyOf(fields);
    }

    /// A row for every element of this list. Columns that other lists gave are gone, those of this one are added.
    public RecordShape rowsOf(RecordField list, RecordShape before) {
        return rows(list.lists(), before);
    }

    /// A row for every record again.
    public RecordShape rowsOfRecords(RecordShape before) {
        return rows(List.of(), before);
    }

    /// The list whose elements are the rows; empty for the records themselves.
    public Optional<RecordField> rows(RecordShape shape) {
        return fields.stream()
                .filter(field -> field.kind() == RecordField.Kind.LIST
                        && !shape.explode().isEmpty()
                        && field.path().equals(shape.explode().getLast().each()))
                .findFirst();
    }

    /// Another column with what stands at this place. Does nothing if there is one.
    public RecordShape with(RecordField field, RecordShape before) {
        return withPath(field.path(), field.name(), before);
    }

    /// Another column with what stands at this path.
    ///
    /// @throws app.attune.core.ProblemException `mapping.bad-shape` if it is no path
    public RecordShape withPath(String path, String name, RecordShape before) {
        RecordShape shape = before.isNone() ? rows(List.of(), before) : before;
        if (shape.columns().stream().anyMatch(column -> column.first().equals(List.of(path)))) {
            return before;
        }
        List<ShapeColumn> columns = new ArrayList<>(shape.columns());
        columns.add(ShapeColumn.of(free(name, columns), path));
        return shape.withColumns(columns);
    }

    /// Lists that can become rows on top of this shape.
    public List<RecordField> lists(RecordShape shape) {
        Set<String> rows = new LinkedHashSet<>();
        shape.explode().forEach(list -> rows.add(list.each()));
        return fields.stream()
                .filter(field -> field.kind() == RecordField.Kind.LIST
                        && reaches(shape.explode(), field)
                        && !rows.contains(field.path()))
                .toList();
    }

    /// What can still become a column of rows made so.
    public List<RecordField> open(RecordShape shape) {
        Set<String> taken = paths(shape);
        return fields.stream()
                .filter(field -> reaches(shape.explode(), field) && !taken.contains(field.path()))
                .filter(field -> !shape.isNone() || field.kind() == RecordField.Kind.INSIDE)
                .toList();
    }

    private RecordShape rows(List<Explode> lists, RecordShape before) {
        List<ShapeColumn> columns = new ArrayList<>();
        before.columns().stream().filter(column -> stays(column, lists)).forEach(columns::add);
        RecordShape made = new RecordShape(
                before.header(),
                lists,
                before.keep().stream()
                        .filter(test -> starts(test.path(), lists))
                        .toList(),
                List.of(),
                before.spread().stream()
                        .filter(part -> starts(part.of(), lists))
                        .toList());
        Set<String> taken = new LinkedHashSet<>();
        columns.forEach(column -> taken.addAll(column.first()));
        boolean whole = before.isNone();
        fields.stream()
                .filter(field -> reaches(lists, field) && !taken.contains(field.path()))
                .filter(field -> field.path().indexOf('[') < 0 && field.path().indexOf('(') < 0)
                .filter(field -> lists.stream().noneMatch(list -> list.each().equals(field.path())))
                .filter(field -> whole || !field.lists().isEmpty())
                .forEach(field -> columns.add(ShapeColumn.of(free(field.name(), columns), field.path())));
        return made.withColumns(columns);
    }

    /// Whether every path of a column starts at the record or at one of these lists' elements.
    private static boolean stays(ShapeColumn column, List<Explode> lists) {
        return Stream.concat(
                        Stream.concat(column.first().stream(), column.join().stream()),
                        column.sum().stream().map(ShapeTerm::path))
                .allMatch(path -> starts(path, lists));
    }

    private static boolean starts(String path, List<Explode> lists) {
        String start = FieldPath.of(path).start();
        return start.isEmpty() || lists.stream().anyMatch(list -> list.as().equals(start));
    }

    private static boolean reaches(List<Explode> lists, RecordField field) {
        List<Explode> needed = field.kind() == RecordField.Kind.LIST
                ? field.lists().subList(0, field.lists().size() - 1)
                : field.lists();
        return lists.containsAll(needed);
    }

    private static Set<String> paths(RecordShape shape) {
        Set<String> paths = new LinkedHashSet<>();
        shape.columns().forEach(column -> paths.addAll(column.first()));
        shape.explode().forEach(list -> paths.add(list.each()));
        return paths;
    }

    private static String free(String name, List<ShapeColumn> columns) {
        String base = name.isBlank() ? "value" : name;
        String free = base;
        for (int n = 2; isTaken(free, columns); n++) {
            free = base + "_" + n;
        }
        return free;
    }

    private static boolean isTaken(String name, List<ShapeColumn> columns) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }
}
