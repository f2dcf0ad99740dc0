package app.attune.events;

import app.attune.core.ItemId;
import app.attune.core.Require;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The events of one user of a frame with some more, as a frame of that user alone: for a what-if. Items, their
/// attributes and the positions of items and types are those of the frame; it is not changed.
public final class OneUserFrame {
    private static final int ADDED = -1;

    private OneUserFrame() {}

    /// An event that did not happen. It has no properties.
    public record Added(Instant time, String type, Optional<ItemId> item, OptionalDouble value) {}

    /// @param row of the frame, or ADDED
    private record Row(int row, long time, int type, int item, double value) {}

    /// @param added of items of the frame; behind the events of the same time
    public static EventFrame of(EventFrame frame, int userIdx, List<Added> added) {
        Dictionary.Builder types = new Dictionary.Builder();
        frame.types().texts().forEach(types::add);
        List<Row> rows = new ArrayList<>();
        for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
            rows.add(new Row(row, frame.time(row), frame.type(row), frame.item(row), frame.value(row)));
        }
        added.forEach(one -> rows.add(row(frame, one, types.add(one.type()))));
        rows.sort(Comparator.comparingLong(Row::time));
        EventColumns columns = new EventColumns(
                Dictionary.of(List.of(frame.users().text(userIdx))),
                frame.items(),
                types.build(),
                new int[] {0, rows.size()},
                rows.stream().mapToLong(Row::time).toArray(),
                rows.stream().mapToInt(Row::type).toArray(),
                rows.stream().mapToInt(Row::item).toArray(),
                rows.stream().mapToDouble(Row::value).toArray());
        int[] places = rows.stream().mapToInt(Row::row).toArray();
        List<Column> properties =
                frame.properties().stream().map(column -> at(column, places)).toList();
        return new EventFrame(columns, properties, frame.catalogue(), frame.dataHash() + "-what-if");
    }

    private static Row row(EventFrame frame, Added one, int type) {
        int item = one.item()
                .map(id -> frame.items().find(id.value()).orElse(ADDED))
                .orElse(Dictionary.MISSING);
        Require.that(one.item().isEmpty() || item != ADDED, "Only items of the frame");
        return new Row(ADDED, one.time().toEpochMilli(), type, item, one.value().orElse(Double.NaN));
    }

    private static Column at(Column column, int[] rows) {
        int n = rows.length;
        return switch (column) {
            case TextColumn text -> {
                int[] codes = new int[n];
                for (int i = 0; i < n; i++) {
                    codes[i] = rows[i] == ADDED ? Dictionary.MISSING : text.codes()[rows[i]];
                }
                yield new TextColumn(text.name(), text.dictionary(), codes);
            }
            case NumberColumn number -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = rows[i] == ADDED ? Double.NaN : number.values()[rows[i]];
                }
                yield new NumberColumn(number.name(), values);
            }
            case DateColumn date -> {
                long[] millis = new long[n];
                for (int i = 0; i < n; i++) {
                    millis[i] = rows[i] == ADDED ? DateColumn.MISSING : date.millis()[rows[i]];
                }
                yield new DateColumn(date.name(), millis);
            }
        };
    }
}
