package app.attune.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts, column by column, the rows that have nothing in it.
final class BlankTally {
    private final List<String> columns;
    private final KeptColumns kept;
    private final long[] properties;
    private final long[] attributes;
    private final Optional<String> item;
    private final Optional<String> value;
    private long withoutItem;
    private long withoutValue;

    BlankTally(Mapping mapping, List<String> columns, KeptColumns kept) {
        this.columns = columns;
        this.kept = kept;
        this.properties = new long[kept.properties().size()];
        this.attributes = new long[kept.attributes().size()];
        Optional<Mapping> ofEvents = Optional.of(mapping).filter(one -> one.rows() == RowKind.EVENTS);
        this.item = ofEvents.flatMap(one -> one.columnOf(ColumnRole.ITEM));
        this.value =
                ofEvents.filter(one -> one.valueFactors().isEmpty()).flatMap(one -> one.columnOf(ColumnRole.VALUE));
    }

    void count(MappedRow row) {
        count(row.properties, properties);
        count(row.attributes, attributes);
        withoutItem += item.isPresent() && row.item.isEmpty() ? 1 : 0;
        withoutValue += value.isPresent() && Double.isNaN(row.value) ? 1 : 0;
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
        add(counts, kept.properties(), properties);
        add(counts, kept.attributes(), attributes);
        item.ifPresent(name -> counts.merge(name, withoutItem, Long::max));
        value.ifPresent(name -> counts.merge(name, withoutValue, Long::max));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void add(Map<String, Long> counts, List<KeptColumn> named, long[] blank) {
        for (int i = 0; i < blank.length; i++) {
            counts.merge(columns.get(named.get(i).position()), blank[i], Long::max);
        }
    }
}
