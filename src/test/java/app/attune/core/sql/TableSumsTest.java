package app.attune.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The comparison of a store with its sums while others go on writing.
class TableSumsTest {
    private static final Migration TABLES = Migration.of(
            "001_tables.sql", "CREATE TABLE a (x INT PRIMARY KEY, y INT UNIQUE);\nCREATE TABLE b (x INT);");

    private int number;

    private void add(Database database) {
        number++;
        database.execute(connection -> {
            try (var insert = connection.createStatement()) {
                insert.execute("INSERT INTO a VALUES (" + number + ", " + number + ")");
                insert.execute("INSERT INTO b VALUES (" + number + ")");
            }
        });
    }

    /// Adds rows whenever the work asks whether it is wanted: before, between and after the tables and indexes.
    private Progress adding(Database database) {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void checkpoint() {
                add(database);
            }
        };
    }

    @Test
    void commitsBetweenTwoTablesAndTwoIndexesAreNoDamage() {
        try (Database database = Database.inMemory("m")) {
            new Migrations(List.of(TABLES)).apply(database);
            add(database);
            SumsCheck check = TableSums.check(database, adding(database));
            assertEquals(List.of(), check.problems());
            assertTrue(number > 6, "Rows were added " + number + " times");
            assertEquals(Connection.TRANSACTION_READ_COMMITTED, database.read(Connection::getTransactionIsolation));
            TableSums.verify(database);
        }
    }

    @Test
    void rowsOfAnUnfinishedWriteAreComparedWithItsOwnSums() {
        try (Database database = Database.inMemory("m")) {
            new Migrations(List.of(TABLES)).apply(database);
            database.execute(connection -> {
                add(database);
                TableSums.verify(database);
            });
            assertTrue(TableSums.kept(database).toString().contains("b=TableSum[rows=1,"));
        }
    }
}
