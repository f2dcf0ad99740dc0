package app.attune.archive.store;

import app.attune.archive.TableStore;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.TableSum;
import app.attune.core.sql.TableSums;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All tables of a store but those that opening makes itself: the migrations and the sums.
public final class H2Tables implements TableStore {
    private final Database database;

    public H2Tables(Database database) {
        this.database = database;
    }

    @Override
    public int step() {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM migration")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Override
    public SortedMap<String, TableSum> sums() {
        return archived(TableSums.kept(database));
    }

    private static SortedMap<String, TableSum> archived(SortedMap<String, TableSum> sums) {
        sums.remove("migration");
        return sums;
    }

    @Override
    public SortedMap<String, TableSum> read(Reader reader, Progress progress) {
        return database.readAtOnce(
                connection -> {
                    SortedMap<String, TableSum> sums = archived(TableSums.keptIn(connection));
                    int done = 0;
                    for (String name : sums.keySet()) {
                        progress.report("Reading " + name, done, sums.size());
                        reader.table(name, rows -> give(connection, name, rows, progress));
                        done++;
                    }
                    return sums;
                },
                progress);
    }

    private static void give(Connection connection, String table, Consumer<ObjectNode> rows, Progress progress) {
        try {
            List<Cell> cells = cells(connection, table);
            String columns = cells.stream().map(Cell::quoted).collect(Collectors.joining(", "));
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "SELECT " + columns + " FROM " + quoted(table) + " ORDER BY _ROWID_")) {
                while (found.next()) {
                    progress.checkpoint();
                    rows.accept(Cell.row(cells, found));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table " + table + " cannot be read", e);
        }
    }

    @Override
    public void fill(String table, Iterator<ObjectNode> rows, Progress progress) {
        database.write(
                connection -> {
                    List<Cell> cells = cells(connection, table);
                    String columns = cells.stream().map(Cell::quoted).collect(Collectors.joining(", "));
                    String marks = cells.stream().map(cell -> "?").collect(Collectors.joining(", "));
                    try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO " + quoted(table) + " (" + columns + ") VALUES (" + marks + ")")) {
                        long number = 0;
                        while (rows.hasNext()) {
                            progress.checkpoint();
                            number++;
                            insert(insert, cells, rows.next(), table + ", row " + number);
                        }
                    }
                    return Boolean.TRUE;
                },
                progress);
    }

    /// @throws SQLException what the store could not do, whatever the row
    private static void insert(PreparedStatement insert, List<Cell> cells, ObjectNode row, String place)
            throws SQLException {
        try {
            Cell.bind(insert, cells, row);
            insert.executeUpdate();
        } catch (SQLException e) {
            if (isOfValues(e)) {
                throw badRow(place, e);
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw badRow(place, e);
        }
    }

    /// Whether the values are at fault and not the disk or the store: SQL's classes of data and of constraints.
    private static boolean isOfValues(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static ProblemException badRow(String place, Exception cause) {
        return new ProblemException(
                new Problem(
                        "archive.bad-row",
                        "The archive has a row that the store does not take: " + place + " ("
                                + String.valueOf(cause.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")
                                + ").",
                        "Ask whoever made the archive to make it again."),
                cause);
    }

    private static List<Cell> cells(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'PUBLIC' AND table_name = ? ORDER BY ordinal_position
                """)) {
            select.setString(1, table.toUpperCase(Locale.ROOT));
            List<Cell> cells = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    cells.add(Cell.of(rows.getString(1), rows.getString(2)));
                }
            }
            return cells;
        }
    }

    private static String quoted(String table) {
        return '"' + table.toUpperCase(Locale.ROOT).replace("\"", "\"\"") + '"';
    }
}
