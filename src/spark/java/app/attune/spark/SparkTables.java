package app.attune.spark;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/// A population as the tables that a server has of it.
final class SparkTables {
    private final SparkSession spark;

    SparkTables(SparkSession spark) {
        this.spark = spark;
    }

    /// Makes `events`, `users` and `items` of what is known at a time, and of the events after it.
    void load(Population population, Instant asOf) {
        Population then = population.asOf(asOf);
        EventFrame frame = then.events();
        List<Row> users = new ArrayList<>();
        for (int userIdx = 0; userIdx < then.size(); userIdx++) {
            if (isDescribed(then, userIdx, asOf)) {
                users.add(row(List.of(frame.users().text(userIdx)), then.attributes(), userIdx));
            }
        }
        make("users", users, with(new StructType().add("user_id", DataTypes.StringType), then.attributes()));
        List<Row> items = new ArrayList<>();
        for (int item = 0; item < frame.itemCount(); item++) {
            items.add(row(List.of(frame.items().text(item)), frame.catalogue(), item));
        }
        make("items", items, with(new StructType().add("item_id", DataTypes.StringType), frame.catalogue()));
        loadEvents(frame);
    }

    /// Of other users only events tell.
    private static boolean isDescribed(Population then, int userIdx, Instant asOf) {
        return then.firstRow(userIdx) < asOf.toEpochMilli()
                || (then.isKnownAt(asOf, userIdx)
                        && then.attributes().columns().stream().anyMatch(column -> !column.isMissing(userIdx)));
    }

    private void loadEvents(EventFrame frame) {
        ColumnTable properties = new ColumnTable(frame.eventCount(), frame.properties());
        List<Row> events = new ArrayList<>();
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            for (int event = frame.from(userIdx); event < frame.to(userIdx); event++) {
                List<@Nullable Object> fixed = new ArrayList<>();
                fixed.add((long) event);
                fixed.add(frame.users().text(userIdx));
                fixed.add(time(frame.time(event)));
                fixed.add(frame.types().text(frame.type(event)));
                fixed.add(frame.item(event) == Dictionary.MISSING ? null : frame.items().text(frame.item(event)));
                fixed.add(Double.isNaN(frame.value(event)) ? null : frame.value(event));
                events.add(row(fixed, properties, event));
            }
        }
        StructType fixed = new StructType()
                .add("event_id", DataTypes.LongType)
                .add("user_id", DataTypes.StringType)
                .add("event_time", DataTypes.TimestampType)
                .add("event_type", DataTypes.StringType)
                .add("item_id", DataTypes.StringType)
                .add("value", DataTypes.DoubleType);
        make("events", events, with(fixed, properties));
    }

    private void make(String table, List<Row> rows, StructType type) {
        spark.createDataFrame(rows, type).createOrReplaceTempView(table);
    }

    private static StructType with(StructType fixed, ColumnTable table) {
        StructType all = fixed;
        for (Column column : table.columns()) {
            all = all.add(column.name(), type(column));
        }
        return all;
    }

    private static DataType type(Column column) {
        return switch (column) {
            case TextColumn text -> DataTypes.StringType;
            case NumberColumn number -> DataTypes.DoubleType;
            case DateColumn date -> DataTypes.TimestampType;
        };
    }

    private static Row row(List<? extends @Nullable Object> fixed, ColumnTable table, int row) {
        List<@Nullable Object> values = new ArrayList<>(fixed);
        table.columns().forEach(column -> values.add(column.isMissing(row) ? null : value(column, row)));
        return RowFactory.create(values.toArray());
    }

    private static Object value(Column column, int row) {
        return switch (column) {
            case TextColumn text -> text.dictionary().text(text.codes()[row]);
            case NumberColumn number -> number.values()[row];
            case DateColumn date -> time(date.millis()[row]);
        };
    }

    private static Timestamp time(long millis) {
        return Timestamp.from(Instant.ofEpochMilli(millis));
    }
}
