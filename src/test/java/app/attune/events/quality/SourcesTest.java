package app.attune.events.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.DiskRoom;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.ImportWatch;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources of the log: whom they know, and how their columns change.
final class SourcesTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String events(String... users) {
        StringBuilder csv = new StringBuilder("user_id,time,event\n");
        for (int i = 0; i < users.length; i++) {
            csv.append("%s,2026-10-01T08:00:%02dZ,view\n".formatted(users[i], i));
        }
        return csv.toString();
    }

    @Test
    void everyUserCountsInTheOverlapOfAllItsSources() throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            fixture.importGuessed(file("web.csv", events("ann", "bob", "cid")));
            fixture.importGuessed(file("app.csv", events("bob", "cid", "dan")));
            fixture.importGuessed(file("shop.csv", events("cid", "eve")));
            Coverage coverage = Coverage.of(fixture.store, user -> user, Progress.none());
            assertEquals(5, coverage.users());
            assertEquals(3, coverage.single());
            assertEquals(
                    List.of(
                            new Coverage.Source("app.csv", 3, 1),
                            new Coverage.Source("web.csv", 3, 1),
                            new Coverage.Source("shop.csv", 2, 1)),
                    coverage.sources());
            assertTrue(
                    coverage.overlaps().contains(new Coverage.Overlap(List.of("app.csv", "web.csv", "shop.csv"), 1)));
            assertTrue(coverage.overlaps().contains(new Coverage.Overlap(List.of("app.csv", "web.csv"), 1)));
            assertEquals(
                    "60.0% of 5 users are known from one source only",
                    coverage.chart().title());
            Coverage persons = Coverage.of(fixture.store, user -> user == 1 ? 0 : user, Progress.none());
            assertEquals(4, persons.users());
            Coverage older = Coverage.of(fixture.store, user -> user < 3 ? user : Coverage.NOBODY, Progress.none());
            assertEquals(3, older.users(), "users of an import that finished since are not counted");
        }
    }

    @Test
    void aColumnThatIsGoneNamesWhatAsksForIt() throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            SchemaService schemas = new SchemaService(
                    fixture.store, column -> column.kept().equals("device") ? List.of("segment Phones") : List.of());
            ImportService imports = new ImportService(
                    fixture.store,
                    EventsFixture.CLOCK,
                    ForkJoinPool.commonPool(),
                    new ImportWatch(new DiskRoom(() -> Long.MAX_VALUE), schemas));
            String old = "user_id,time,event,device,plan\nann,2026-10-01T08:00:00Z,view,phone,3\n";
            run(imports, file("events-2026-10-01.csv", old), false);
            run(imports, file("events-2026-10-02.csv", old.replace("10-01", "10-02")), false);
            String other = "user_id,time,event,plan,browser\nann,2026-10-03T08:00:00Z,view,gold,fox\n";
            Path third = file("events-2026-10-03.csv", other);
            List<Problem> ahead = run(imports, third, true).findings();
            assertTrue(
                    ahead.stream()
                            .anyMatch(finding -> finding.code().equals("import.schema-breaks")
                                    && finding.message().contains("device")
                                    && finding.message().endsWith("It breaks segment Phones.")),
                    ahead::toString);
            run(imports, third, false);
            SchemaHistory history = schemas.history();
            assertEquals(2, history.versions().size());
            assertEquals("events-#-#-#.csv", history.versions().getFirst().source());
            assertEquals(2, history.versions().getFirst().imports());
            SchemaChange gone = history.changes().getFirst();
            assertEquals("device", gone.column());
            assertEquals(SchemaChange.Kind.REMOVED, gone.kind());
            assertTrue(gone.isBreaking());
            assertFalse(history.changes().stream()
                    .filter(change -> change.column().equals("browser"))
                    .anyMatch(SchemaChange::isBreaking));
        }
    }

    private static ImportReport run(ImportService imports, Path file, boolean dry) {
        FileFormat format = imports.detect(file);
        var mapping = imports.guess(imports.preview(file, format));
        return dry
                ? imports.dryRun(file, format, mapping, Progress.none())
                : imports.importFile(file, format, mapping, Progress.none());
    }
}
