package app.attune.events;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The columns of a mapping whose values are kept by name, in order of the names.
///
/// @param properties of events
/// @param attributes of users, or of items in a file of items; consent included, and in a file of users that names
///                   both an id and an anonymous one the latter
record KeptColumns(List<KeptColumn> properties, List<KeptColumn> attributes) {
    /// Roles whose values are kept with the event, and the names of the properties that hold them.
    static final Map<ColumnRole, String> NAMED = Map.of(
            ColumnRole.LOAD_TIME,
            "load_time",
            ColumnRole.ANONYMOUS_ID,
            "anonymous_id",
            ColumnRole.SESSION,
            "session_id",
            ColumnRole.CURRENCY,
            "currency");

    static KeptColumns of(Mapping mapping, List<String> fileColumns) {
        Stream<MappedColumn> named = mapping.columns().stream()
                .filter(column -> NAMED.containsKey(column.role()))
                .map(KeptColumns::named);
        Stream<MappedColumn> properties = mapping.withRole(ColumnRole.PROPERTY).stream();
        boolean events = mapping.rows() == RowKind.EVENTS;
        boolean both = mapping.rows() == RowKind.USERS
                && mapping.columnOf(ColumnRole.USER).isPresent();
        Stream<MappedColumn> attributes = Stream.of(
                        mapping.withRole(ColumnRole.ATTRIBUTE),
                        mapping.withRole(ColumnRole.CONSENT),
                        mapping.withRole(ColumnRole.CONSENT_TIME),
                        both ? mapping.withRole(ColumnRole.ANONYMOUS_ID) : List.<MappedColumn>of())
                .flatMap(List::stream)
                .map(KeptColumns::typed);
        return new KeptColumns(
                events ? kept(Stream.concat(named, properties), fileColumns) : List.of(),
                kept(attributes, fileColumns));
    }

    /// Declared types by what the values are kept with, and by name.
    Map<RowKind, Map<String, FieldType>> types(RowKind rows) {
        Map<RowKind, Map<String, FieldType>> types = new EnumMap<>(RowKind.class);
        RowKind subject = rows == RowKind.ITEMS ? RowKind.ITEMS : RowKind.USERS;
        properties.forEach(column ->
                types.computeIfAbsent(RowKind.EVENTS, kind -> new TreeMap<>()).put(column.name(), column.type()));
        attributes.forEach(column ->
                types.computeIfAbsent(subject, kind -> new TreeMap<>()).put(column.name(), column.type()));
        return types;
    }

    /// Times of consent are dates, whatever the mapping calls them.
    private static MappedColumn typed(MappedColumn column) {
        if (column.role() == ColumnRole.CONSENT_TIME) {
            return column.typed(FieldType.DATE);
        }
        return NAMED.containsKey(column.role()) ? named(column) : column;
    }

    private static MappedColumn named(MappedColumn column) {
        FieldType type = column.role() == ColumnRole.LOAD_TIME ? FieldType.DATE : FieldType.TEXT;
        return column.named(NAMED.getOrDefault(column.role(), "")).typed(type);
    }

    private static List<KeptColumn> kept(Stream<MappedColumn> columns, List<String> fileColumns) {
        return columns.map(column -> KeptColumn.of(column, fileColumns.indexOf(column.column())))
                .sorted(Comparator.comparing(KeptColumn::name))
                .toList();
    }
}
