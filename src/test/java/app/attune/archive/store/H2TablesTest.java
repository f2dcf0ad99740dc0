package app.attune.archive.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class H2TablesTest {
    private static ObjectNode setting(String name) {
        return Json.mapper().createObjectNode().put("name", name).put("value_json", "1");
    }

    private static String code(Database database, Iterator<ObjectNode> rows) {
        H2Tables tables = new H2Tables(database);
        return assertThrows(ProblemException.class, () -> tables.fill("setting", rows, Progress.none()))
                .problem()
                .code();
    }

    @Test
    void aRowIsBlamedOnTheArchiveAndAFaultOfTheStoreOnTheStore() {
        try (Database database = Database.inMemory("tables")) {
            Migrations.bundled().apply(database);
            assertEquals(
                    "archive.bad-row",
                    code(database, List.of(setting("a"), setting("a")).iterator()));
            Iterator<ObjectNode> losing = Stream.of("a", "b")
                    .map(name -> {
                        database.execute(connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("ALTER TABLE setting RENAME TO lost_" + name);
                            }
                        });
                        return setting(name);
                    })
                    .iterator();
            assertEquals("store.failed", code(database, losing));
        }
    }
}
