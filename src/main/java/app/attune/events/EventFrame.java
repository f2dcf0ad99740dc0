package app.attune.events;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every visible event as primitive columns, sorted by user, then time, then order of arrival. Immutable.
///
/// A user's events are the rows `from(userIdx)` (inclusive) to `to(userIdx)` (exclusive); users without events have
/// an empty range. Times are epoch milliseconds UTC. The frame also carries the catalogue, since item positions are
/// its own.
public final class EventFrame {
    private final EventColumns columns;
    private final List<Column> properties;
    private final ColumnTable catalogue;
    private final String dataHash;
    private final RowIndexes indexes;

    /// @param properties one value per event row
    /// @param catalogue  attributes by item position
    /// @param dataHash   changes whenever any event or attribute changes
    public EventFrame(EventColumns columns, List<Column> properties, ColumnTable catalogue, String dataHash) {
        this.columns = columns;
        this.properties = List.copyOf(properties);
        this.catalogue = catalogue;
        this.dataHash = dataHash;
        this.indexes = new RowIndexes(columns);
    }

    private EventFrame(EventFrame same, List<Column> properties, String dataHash) {
        this.columns = same.columns;
        this.properties = List.copyOf(properties);
        this.catalogue = same.catalogue;
        this.dataHash = dataHash;
        this.indexes = same.indexes;
    }

    /// The same events with one property more, in place of one of that name.
    ///
    /// @param hash changes whenever the property does
    public EventFrame with(Column property, String hash) {
        List<Column> more = new ArrayList<>(properties);
        more.removeIf(old -> old.name().equals(property.name()));
        more.add(property);
        return new EventFrame(this, more, hash);
    }

    /// The same events with these properties only.
    EventFrame with(List<Column> others) {
        return new EventFrame(this, others, dataHash);
    }

    EventColumns columns() {
        return columns;
    }

    public int userCount() {
        return columns.users().size();
    }

    public int eventCount() {
        return columns.times().length;
    }

    public int itemCount() {
        return columns.items().size();
    }

    public int from(int userIdx) {
        return columns.offsets()[userIdx];
    }

    public int to(int userIdx) {
        return columns.offsets()[userIdx + 1];
    }

    /// The row after the user's last event before a time in epoch milliseconds.
    public int to(int userIdx, long before) {
        int low = from(userIdx);
        int high = to(userIdx);
        if (low < high && time(high - 1) < before) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whose a row is. Cost: logarithmic in the distance from `near`, who is that user or one before.
    public int user(int row, int near) {
        int[] offsets = columns.offsets();
        int step = 1;
        int low = near;
        while (low + step < offsets.length && offsets[low + step] <= row) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(low + step, offsets.length - 1);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] <= row) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public long time(int row) {
        return columns.times()[row];
    }

    public int type(int row) {
        return columns.typeCodes()[row];
    }

    /// [Dictionary#MISSING] if the event has no item.
    public int item(int row) {
        return columns.itemCodes()[row];
    }

    /// NaN if the event has no value.
    public double value(int row) {
        return columns.values()[row];
    }

    public Dictionary users() {
        return columns.users();
    }

    public Dictionary items() {
        return columns.items();
    }

    public Dictionary types() {
        return columns.types();
    }

    /// The events of some types alone, with some of the properties, where that leaves few events.
    ///
    /// @param wanted by position of the type
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public Optional<EventFrame> ofTypes(boolean[] wanted, List<String> properties, Progress progress) {
        return indexes.ofTypes(this, wanted, progress).map(rows -> rows.of(this, properties));
    }

    /// Ways to the rows of a type or an item.
    public RowIndexes indexes() {
        return indexes;
    }

    /// Further columns of the events, such as order id, quantity or device.
    public List<Column> properties() {
        return properties;
    }

    public Optional<Column> property(String name) {
        return properties.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// Attributes of items, by item position.
    public ColumnTable catalogue() {
        return catalogue;
    }

    /// From the first event to one millisecond after the last; empty when there are no events.
    public Optional<TimeWindow> span() {
        return span(Long.MAX_VALUE);
    }

    /// As [#span()], of the events before a time in epoch milliseconds.
    public Optional<TimeWindow> span(long before) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int userIdx = 0; userIdx < userCount(); userIdx++) {
            int to = to(userIdx, before);
            if (from(userIdx) < to) {
                first = Math.min(first, time(from(userIdx)));
                last = Math.max(last, time(to - 1));
            }
        }
        return first > last
                ? Optional.empty()
                : Optional.of(new TimeWindow(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last + 1)));
    }

    public String dataHash() {
        return dataHash;
    }
}
