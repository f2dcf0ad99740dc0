package app.attune.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts, column by column, the rows that have nothing in it.
final class BlankTally {
    private final RowMapper mapper;
    private final long[] properties;
    private final long[] attributes;
    private final boolean items;
    private final boolean values;
    private long withoutItem;
    private long withoutValue;

    BlankTally(RowMapper mapper) {
        this.mapper = mapper;
        this.properties = new long[mapper.kept().properties().size()];
        this.attributes = new long[mapper.kept().attributes().size()];
        this.items = mapper.isOfEvents() && mapper.column(ColumnRole.ITEM).isPresent();
        this.values = mapper.isOfEvents() && mapper.column(ColumnRole.VALUE).isPresent();
    }

    void count(MappedRow row) {
        count(row.properties, properties);
        count(row.attributes, attributes);
        withoutItem += items && row.item.isEmpty() ? 1 : 0;
        withoutValue += values && Double.isNaN(row.value) ? 1 : 0;
    }

    private static void count(TextCell[] cells, long[] counts) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                counts[i]++;
            }
        }
    }

    /// By name of the file's column; those without any are left out.
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        add(counts, mapper.kept().properties(), properties);
        add(counts, mapper.kept().attributes(), attributes);
        mapper.column(ColumnRole.ITEM).ifPresent(name -> counts.merge(name, withoutItem, Long::max));
        mapper.column(ColumnRole.VALUE).ifPresent(name -> counts.merge(name, withoutValue, Long::max));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void add(Map<String, Long> counts, List<KeptColumn> columns, long[] blank) {
        for (int i = 0; i < blank.length; i++) {
            counts.merge(mapper.column(columns.get(i).position()), blank[i], Long::max);
        }
    }
}
