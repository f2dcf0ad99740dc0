package app.attune.export.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.export.ExportLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class H2ExportLogTest {
    private final Database database = Database.inMemory("exports");
    private final H2ExportLog log = new H2ExportLog(database);

    @BeforeEach
    void migrate() {
        Migrations.bundled().apply(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void exportsComeBackNewestFirstWithHostileNames() {
        ExportLog.Entry first = entry("/tmp/one'; DROP TABLE exported_bundle; --\u202e", 1);
        ExportLog.Entry second = entry("/tmp/two", 2);
        log.add(first);
        log.add(second);
        assertEquals(List.of(second, first), log.entries());
    }

    @Test
    void aNewWorkspaceHasNoExports() {
        assertEquals(List.of(), log.entries());
    }

    private static ExportLog.Entry entry(String folder, int version) {
        return new ExportLog.Entry(Instant.parse("2026-11-02T08:30:00.123Z"), folder, "ab".repeat(32), version, 240);
    }
}
