package app.attune.events;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The columns of a mapping whose values are kept by name, in order of the names.
///
/// @param properties of events
/// @param attributes of users, or of items in a file of items; consent included
record KeptColumns(List<KeptColumn> properties, List<KeptColumn> attributes) {
    /// The property that holds when an event was stored by its source.
    static final String LOAD_TIME = "load_time";

    static KeptColumns of(Mapping mapping, List<String> fileColumns) {
        Stream<MappedColumn> loaded = mapping.withRole(ColumnRole.LOAD_TIME).stream()
                .map(column -> new MappedColumn(column.column(), column.role(), LOAD_TIME, FieldType.DATE));
        Stream<MappedColumn> properties = mapping.withRole(ColumnRole.PROPERTY).stream();
        Stream<MappedColumn> attributes = Stream.concat(
                mapping.withRole(ColumnRole.ATTRIBUTE).stream(), mapping.withRole(ColumnRole.CONSENT).stream());
        boolean events = mapping.rows() == RowKind.EVENTS;
        return new KeptColumns(
                events ? kept(Stream.concat(loaded, properties), fileColumns) : List.of(),
                kept(attributes, fileColumns));
    }

    private static List<KeptColumn> kept(Stream<MappedColumn> columns, List<String> fileColumns) {
        return columns.map(column ->
                        new KeptColumn(fileColumns.indexOf(column.column()), column.keptName(), column.type()))
                .sorted(Comparator.comparing(KeptColumn::name))
                .toList();
    }
}
