package app.attune.events.store;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.QueryTables;
import app.attune.events.TextColumn;
import app.attune.events.sessions.Sessions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.h2.util.DateTimeUtils;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueDouble;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestamp;
import org.h2.value.ValueVarchar;

/// One table of the frame as H2 sees it: rows made when they are read, nothing copied.
///
/// @param key    finds the rows of one value of the first column
/// @param fields the first one is the column that finds rows
record FrameRows(String name, int rows, List<Field> fields, Key key) {
    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final long NANOS_A_MILLI = 1_000_000L;

    /// A column and its values by row.
    record Field(String name, TypeInfo type, IntFunction<Value> value) {}

    /// From a value of the first column to its rows, from (inclusive) to (exclusive).
    interface Key {
        Range of(String text);
    }

    /// Rows that lie together.
    record Range(int from, int to) {}

    FrameRows {
        fields = List.copyOf(fields);
    }

    /// `events`, `users` and `items`.
    static List<FrameRows> of(QueryTables tables) {
        EventFrame frame = tables.events();
        Key users = text -> range(frame.users(), text);
        Key items = text -> range(frame.items(), text);
        return List.of(
                events(frame),
                new FrameRows(
                        "users",
                        frame.userCount(),
                        keyed("user_id", frame.users(), tables.users().columns()),
                        users),
                new FrameRows(
                        "items",
                        frame.itemCount(),
                        keyed("item_id", frame.items(), frame.catalogue().columns()),
                        items));
    }

    private static Range range(Dictionary ids, String text) {
        int idx = ids.find(text).orElse(0);
        return ids.find(text).isEmpty() ? new Range(0, 0) : new Range(idx, idx + 1);
    }

    private static FrameRows events(EventFrame frame) {
        int[] userOf = new int[frame.eventCount()];
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            Arrays.fill(userOf, frame.from(userIdx), frame.to(userIdx), userIdx);
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("user_id", TypeInfo.TYPE_VARCHAR, row -> text(frame.users(), userOf[row])));
        fields.add(new Field("time", TypeInfo.TYPE_TIMESTAMP, row -> time(frame.time(row))));
        fields.add(new Field("type", TypeInfo.TYPE_VARCHAR, row -> text(frame.types(), frame.type(row))));
        fields.add(new Field("item_id", TypeInfo.TYPE_VARCHAR, row -> text(frame.items(), frame.item(row))));
        fields.add(new Field("value", TypeInfo.TYPE_DOUBLE, row -> number(frame.value(row))));
        frame.properties().forEach(column -> fields.add(field(column)));
        Key key = text -> frame.users().find(text).stream()
                .mapToObj(userIdx -> new Range(frame.from(userIdx), frame.to(userIdx)))
                .findFirst()
                .orElse(new Range(0, 0));
        return new FrameRows("events", frame.eventCount(), distinct(fields), key);
    }

    private static List<Field> keyed(String id, Dictionary ids, List<Column> columns) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(id, TypeInfo.TYPE_VARCHAR, row -> text(ids, row)));
        columns.forEach(column -> fields.add(field(column)));
        return distinct(fields);
    }

    /// SQL knows no two columns of one name, and no difference of case: the later one gets a number.
    private static List<Field> distinct(List<Field> fields) {
        Set<String> taken = new HashSet<>();
        List<Field> named = new ArrayList<>();
        for (Field field : fields) {
            String name = field.name();
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = field.name() + "_" + number;
            }
            named.add(new Field(name, field.type(), field.value()));
        }
        return named;
    }

    private static Field field(Column column) {
        return switch (column) {
            case TextColumn text ->
                new Field(
                        text.name(),
                        TypeInfo.TYPE_VARCHAR,
                        row -> text.isMissing(row) ? ValueNull.INSTANCE : ValueVarchar.get(text.display(row)));
            case NumberColumn number -> number(number);
            case DateColumn date ->
                new Field(
                        date.name(),
                        TypeInfo.TYPE_TIMESTAMP,
                        row -> date.isMissing(row) ? ValueNull.INSTANCE : time(date.millis()[row]));
        };
    }

    /// Numbers of sessions are whole.
    private static Field number(NumberColumn column) {
        return column.name().equals(Sessions.NUMBER)
                ? new Field(column.name(), TypeInfo.TYPE_BIGINT, row -> whole(column.values()[row]))
                : new Field(column.name(), TypeInfo.TYPE_DOUBLE, row -> number(column.values()[row]));
    }

    private static Value text(Dictionary dictionary, int code) {
        return code < 0 ? ValueNull.INSTANCE : ValueVarchar.get(dictionary.text(code));
    }

    private static Value number(double value) {
        return Double.isNaN(value) ? ValueNull.INSTANCE : ValueDouble.get(value);
    }

    private static Value whole(double value) {
        return Double.isNaN(value) ? ValueNull.INSTANCE : ValueBigint.get((long) value);
    }

    private static Value time(long millis) {
        return ValueTimestamp.fromDateValueAndNanos(
                DateTimeUtils.dateValueFromAbsoluteDay(Math.floorDiv(millis, MILLIS_A_DAY)),
                Math.floorMod(millis, MILLIS_A_DAY) * NANOS_A_MILLI);
    }

    Value[] values(int row) {
        Value[] values = new Value[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).value().apply(row);
        }
        return values;
    }
}
