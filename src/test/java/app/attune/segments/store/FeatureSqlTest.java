package app.attune.segments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.Feature;
import app.attune.segments.FeatureSql;
import app.attune.segments.FieldKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Profile;
import app.attune.segments.ProfileShape;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The SQL that goes to the server team measures what the workbench does.
final class FeatureSqlTest {
    private static final Instant AS_OF = RandomPopulations.AS_OF;
    private static final int POPULATIONS = 12;
    private static final int FEATURES_EACH = 40;

    private final Set<Class<?>> measures = new HashSet<>();
    private int withNeighbours;

    @Test
    void sqlAndWorkbenchMeasureTheSame() throws SQLException {
        for (long seed = 1; seed <= POPULATIONS; seed++) {
            Population population = new RandomPopulations(Seeds.stream(seed, "served")).next();
            RandomTrees trees = new RandomTrees(Seeds.stream(seed, "features"));
            try (Connection database = DriverManager.getConnection("jdbc:h2:mem:;NON_KEYWORDS=VALUE")) {
                load(database, population.events());
                List<EventCondition> rows = Stream.generate(trees::next)
                        .filter(EventCondition.class::isInstance)
                        .map(EventCondition.class::cast)
                        .filter(row -> row.measure().kind() == FieldKind.NUMBER)
                        .filter(FeatureSqlTest::isOfPlainNames)
                        .limit(FEATURES_EACH)
                        .toList();
                compare(database, population, rows);
            }
        }
        assertEquals(10, measures.size(), measures.toString());
        assertTrue(withNeighbours > 50, "Too few neighbours: " + withNeighbours);
    }

    /// Without names that no table has, dates, which stand in another form there, and characters that are left out.
    private static boolean isOfPlainNames(EventCondition row) {
        boolean unknown = row.measure().toString().contains("nothing");
        return !unknown
                && row.kinds().stream()
                        .map(EventKind::where)
                        .flatMap(List::stream)
                        .noneMatch(FeatureSqlTest::isOdd);
    }

    private static boolean isOdd(FieldTest test) {
        return test.field().contains("no such")
                || test.field().contains("date")
                || test.values().contains("\u0000");
    }

    private void compare(Connection database, Population population, List<EventCondition> rows) throws SQLException {
        List<Condition> conditions = List.copyOf(rows);
        ProfileShape shape = ProfileShape.of(conditions, List.of(), population);
        Function<Integer, Profile> reader = shape.reader(population, AS_OF);
        for (EventCondition row : rows) {
            Feature feature = shape.features().of(row);
            Map<String, Double> bySql = query(database, feature);
            for (int userIdx = 0; userIdx < population.size(); userIdx++) {
                double expected = reader.apply(userIdx).features().getOrDefault(feature.name(), Double.NaN);
                double without = feature.isMissingWithoutEvents() ? Double.NaN : 0;
                double found = bySql.getOrDefault(population.events().users().text(userIdx), without);
                assertEquals(expected, found, 1e-6, feature + "\n" + FeatureSql.of(feature));
            }
            measures.add(row.measure().getClass());
            withNeighbours += row.near().isEmpty() ? 0 : 1;
        }
    }

    private static Map<String, Double> query(Connection database, Feature feature) throws SQLException {
        String sql = FeatureSql.of(feature).replace(":as_of", "TIMESTAMP '2026-03-29 00:00:00'");
        Map<String, Double> found = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String user = rows.getString(1);
                double number = rows.getDouble(2);
                found.put(user, rows.wasNull() ? Double.NaN : number);
            }
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
        return found;
    }

    private static void load(Connection database, EventFrame frame) throws SQLException {
        create(
                database,
                "events",
                "event_id INT, user_id VARCHAR, event_time TIMESTAMP(3), event_type VARCHAR, item_id VARCHAR,"
                        + " \"VALUE\" DOUBLE PRECISION",
                frame.properties());
        create(database, "items", "item_id VARCHAR", frame.catalogue().columns());
        for (int item = 0; item < frame.itemCount(); item++) {
            List<Object> values = new ArrayList<>(List.of(frame.items().text(item)));
            add(frame.catalogue().columns(), item, values);
            insert(database, "items", values);
        }
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                List<Object> values = new ArrayList<>(List.of(row, frame.users().text(userIdx), time(frame.time(row))));
                values.add(frame.types().text(frame.type(row)));
                values.add(
                        frame.item(row) == Dictionary.MISSING
                                ? None.HERE
                                : frame.items().text(frame.item(row)));
                values.add(Double.isNaN(frame.value(row)) ? None.HERE : frame.value(row));
                add(frame.properties(), row, values);
                insert(database, "events", values);
            }
        }
    }

    /// Stands for NULL.
    private enum None {
        HERE
    }

    private static LocalDateTime time(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static void add(List<Column> columns, int row, List<Object> values) {
        columns.forEach(column -> values.add(column.isMissing(row) ? None.HERE : value(column, row)));
    }

    private static Object value(Column column, int row) {
        return switch (column) {
            case TextColumn text -> text.display(row);
            case NumberColumn number -> number.values()[row];
            case DateColumn date -> time(date.millis()[row]);
        };
    }

    private static void create(Connection database, String table, String fixed, List<Column> columns)
            throws SQLException {
        String more = columns.stream()
                .map(column -> ", \"" + column.name() + "\" "
                        + switch (column) {
                            case TextColumn text -> "VARCHAR";
                            case NumberColumn number -> "DOUBLE PRECISION";
                            case DateColumn date -> "TIMESTAMP(3)";
                        })
                .collect(Collectors.joining());
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + table + "(" + fixed + more + ")");
        }
    }

    private static void insert(Connection database, String table, List<Object> values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i) == None.HERE ? null : values.get(i));
            }
            insert.executeUpdate();
        }
    }
}
