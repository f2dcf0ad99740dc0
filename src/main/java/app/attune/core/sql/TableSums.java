package app.attune.core.sql;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The count and the order-independent sum of the rows of every table, kept in the store itself by triggers: they
/// change in the transaction that changes the rows, so a store whose rows no longer match them is damaged.
public final class TableSums {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS table_sum (
                name VARCHAR(200) PRIMARY KEY,
                row_count BIGINT NOT NULL,
                total BIGINT NOT NULL,
                changes BIGINT NOT NULL)
            """;
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE' AND table_name <> 'TABLE_SUM'
            ORDER BY table_name
            """;
    private static final String TRIGGERS = """
            SELECT DISTINCT event_object_table FROM information_schema.triggers
            WHERE trigger_schema = 'PUBLIC' ORDER BY event_object_table
            """;

    private TableSums() {}

    /// Sums what every table holds now and follows its changes from here on.
    static void keep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            for (String table : names(connection, TABLES)) {
                statement.execute("CREATE TRIGGER IF NOT EXISTS " + quoted(table + "_SUM")
                        + " AFTER INSERT, UPDATE, DELETE ON " + quoted(table) + " FOR EACH ROW CALL '"
                        + RowSumTrigger.class.getName() + "'");
                save(connection, table, of(connection, table));
            }
        }
    }

    /// Whether every table's changes are followed.
    static boolean areKept(Connection connection) throws SQLException {
        return names(connection, TABLES).equals(names(connection, TRIGGERS));
    }

    /// What every table holds according to the sums kept with it, by its name in lower case.
    public static SortedMap<String, TableSum> kept(Database database) {
        return database.read(TableSums::keptIn);
    }

    /// As [#kept], as of the connection's transaction.
    public static SortedMap<String, TableSum> keptIn(Connection connection) throws SQLException {
        SortedMap<String, TableSum> byName = new TreeMap<>();
        saved(connection).forEach((name, sum) -> byName.put(name.toLowerCase(Locale.ROOT), sum));
        return byName;
    }

    /// Compares every row and every index of the store with the sums.
    ///
    /// @throws ProblemException `store.content-differs` naming the first table that is not what was saved
    public static void verify(Database database) {
        for (Problem problem : check(database, Progress.none()).problems()) {
            throw new ProblemException(problem);
        }
    }

    /// As [#verify], telling of everything that is not what was saved. Others may go on writing.
    public static SumsCheck check(Database database, Progress progress) {
        return database.readAtOnce(
                connection -> {
                    Map<String, TableSum> saved = saved(connection);
                    List<Problem> problems = new ArrayList<>(missing(connection, saved));
                    int tables = 0;
                    long rows = 0;
                    if (!problems.isEmpty()) {
                        return new SumsCheck(tables, rows, problems);
                    }
                    for (Map.Entry<String, TableSum> entry : saved.entrySet()) {
                        progress.checkpoint();
                        progress.report("Checking " + entry.getKey().toLowerCase(Locale.ROOT), tables, saved.size());
                        TableSum found = of(connection, entry.getKey());
                        difference(entry.getKey(), found, entry.getValue()).ifPresent(problems::add);
                        tables++;
                        rows += found.rows();
                    }
                    if (problems.isEmpty()) {
                        IndexCheck.firstBroken(connection, progress)
                                .map(RowHash::differs)
                                .ifPresent(problems::add);
                    }
                    return new SumsCheck(tables, rows, problems);
                },
                progress);
    }

    private static List<Problem> missing(Connection connection, Map<String, TableSum> saved) throws SQLException {
        if (!areKept(connection)) {
            return List.of(RowHash.differs("a table or what follows its changes is missing"));
        }
        return List.copyOf(saved.keySet()).equals(names(connection, TABLES))
                ? List.of()
                : List.of(RowHash.differs("the list of tables is not the one that was saved"));
    }

    private static Optional<Problem> difference(String name, TableSum found, TableSum saved) {
        String table = name.toLowerCase(Locale.ROOT);
        if (found.rows() != saved.rows()) {
            return Optional.of(RowHash.differs(String.format(
                    Locale.ROOT, "table %s has %,d rows where %,d were saved", table, found.rows(), saved.rows())));
        }
        return found.total() == saved.total()
                ? Optional.empty()
                : Optional.of(RowHash.differs(String.format(
                        Locale.ROOT, "some of the %,d rows of table %s have changed", found.rows(), table)));
    }

    private static TableSum of(Connection connection, String table) throws SQLException {
        long count = 0;
        long total = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(table))) {
            while (rows.next()) {
                total ^= RowHash.of(table, rows);
                count++;
            }
        }
        return new TableSum(count, total);
    }

    private static Map<String, TableSum> saved(Connection connection) throws SQLException {
        Map<String, TableSum> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, row_count, total FROM table_sum")) {
            while (rows.next()) {
                sums.put(rows.getString(1), new TableSum(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sums;
    }

    private static void save(Connection connection, String table, TableSum sum) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("""
                MERGE INTO table_sum AS t USING (VALUES (?, ?, ?)) AS s (name, row_count, total) ON t.name = s.name
                WHEN MATCHED THEN UPDATE SET row_count = s.row_count, total = s.total, changes = t.changes + 1
                WHEN NOT MATCHED THEN INSERT VALUES (s.name, s.row_count, s.total, 1)
                """)) {
            merge.setString(1, table);
            merge.setLong(2, sum.rows());
            merge.setLong(3, sum.total());
            merge.executeUpdate();
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
