package app.attune.events;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what rows say in the columns of consent.
final class ConsentTally {
    /// Different values remembered; a column of consent has few.
    private static final int VALUES = 40;

    private final List<Column> columns;

    private static final class Column {
        private final MappedColumn mapped;
        private final int position;
        private final Map<String, ConsentStatus> meanings;
        private final Map<ConsentStatus, Long> byStatus = new EnumMap<>(ConsentStatus.class);
        private final Map<String, Long> values = new LinkedHashMap<>();
        private long silent;

        Column(MappedColumn mapped, int position, ConsentValues values) {
            this.mapped = mapped;
            this.position = position;
            this.meanings = values.meanings();
        }

        void count(String text) {
            if (text.isEmpty()) {
                silent++;
                return;
            }
            ConsentStatus status = meanings.getOrDefault(ConsentValues.plain(text), ConsentStatus.UNCLEAR);
            byStatus.merge(status, 1L, Long::sum);
            if (values.size() < VALUES || values.containsKey(text)) {
                values.merge(text, 1L, Long::sum);
            }
        }
    }

    ConsentTally(Mapping mapping, List<String> fileColumns) {
        columns = mapping.withRole(ColumnRole.CONSENT).stream()
                .filter(mapped -> fileColumns.contains(mapped.column()))
                .map(mapped ->
                        new Column(mapped, fileColumns.indexOf(mapped.column()), mapping.consentOf(mapped.column())))
                .toList();
    }

    void count(String[] row) {
        columns.forEach(column -> column.count(column.position < row.length ? row[column.position].strip() : ""));
    }

    List<ConsentCount> counts() {
        return columns.stream()
                .map(column -> new ConsentCount(column.mapped, column.byStatus, column.silent, column.values))
                .toList();
    }
}
