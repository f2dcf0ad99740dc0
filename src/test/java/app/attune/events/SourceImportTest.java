package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.Packed;
import app.attune.events.read.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several files are one import, and every row still knows its file.
class SourceImportTest {
    private static final String DAY_1 = """
            user_id,time,event,item_id
            a,2026-01-01,view,i1
            ,2026-01-01,view,i1
            b,2026-01-01,view,i2
            """;
    private static final String DAY_2 = """
            user_id,time,event,item_id
            c,2026-01-02,view,i1
            a,2026-01-01,view,i1
            d,2026-01-02,view,i1
            e,yesterday,view,i1
            """;

    @TempDir
    Path folder;

    @Test
    void theSumHoldsForEachFileAndRejectedRowsNameIt() throws IOException {
        Path zip = zip(DAY_1, DAY_2);
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importGuessed(zip);
            assertTrue(report.addsUp());
            assertEquals("days.zip (2 files)", report.sourceName());
            assertEquals(
                    List.of(
                            new ImportedFile("days.zip/1.csv", 0, 3, 2, 0, 0, 0, 1, ""),
                            new ImportedFile("days.zip/2.csv", 4, 4, 3, 0, 0, 0, 1, "")),
                    report.files().stream()
                            .map(SourceImportTest::withoutContent)
                            .toList());
            assertEquals(new FilePlace("days.zip/2.csv", 2), report.place(6));
            assertEquals(6, report.line(new FilePlace("days.zip/2.csv", 2)));
            assertEquals(report.files(), events.service.imports().getFirst().files());
            Path rejected = folder.resolve("rejected.csv");
            events.service.writeQuarantine(List.of(report.importId()), rejected);
            List<String> lines = Files.readAllLines(rejected);
            assertTrue(lines.get(1).startsWith("1,days.zip/1.csv,3,user_id,"), lines.get(1));
            assertTrue(lines.get(2).startsWith("1,days.zip/2.csv,5,time,"), lines.get(2));
            Files.writeString(rejected, Files.readString(rejected).replace("e,yesterday", "e,2026-01-02"));
            ImportReport mended =
                    events.service.importMended(rejected, Progress.none()).getFirst();
            assertEquals(1, mended.accepted());
            assertEquals(0, events.importGuessed(zip).accepted());
        }
    }

    @Test
    void theOrderOfFilesDoesNotMatterToWhatIsStored() throws IOException {
        try (EventsFixture forth = new EventsFixture();
                EventsFixture back = new EventsFixture()) {
            forth.importGuessed(zip(DAY_1, DAY_2));
            back.importGuessed(zip(DAY_2, DAY_1));
            assertEquals(
                    EventsFixture.lines(forth.frame()).stream().sorted().toList(),
                    EventsFixture.lines(back.frame()).stream().sorted().toList());
        }
    }

    @Test
    void aFileThatIsCutOffLeavesNothingOfAnyFile() throws IOException {
        Path days = Files.createDirectory(folder.resolve("days"));
        Files.writeString(days.resolve("1.csv"), DAY_1);
        StringBuilder long2 = new StringBuilder(DAY_2);
        for (int i = 0; i < 20_000; i++) {
            long2.append("u")
                    .append(i * 7_919 % 100_003)
                    .append(",2026-01-02,view,i")
                    .append(i)
                    .append('\n');
        }
        byte[] packed = Packed.gzip(long2.toString());
        Files.write(days.resolve("2.csv.gz"), Arrays.copyOf(packed, packed.length - 12));
        try (EventsFixture events = new EventsFixture()) {
            Source source = Source.choose(days.toString(), List.of("*"));
            FileFormat format = events.service.detect(source);
            Mapping mapping = events.service.guess(events.service.preview(source, format));
            ProblemException problem = assertThrows(
                    ProblemException.class,
                    () -> events.service.importSource(source, format, mapping, Progress.none()));
            assertEquals("import.truncated", problem.problem().code());
            assertTrue(problem.problem().message().startsWith("2.csv.gz ends in the middle"));
            assertEquals(0, events.frame().eventCount());
            assertTrue(events.service.imports().isEmpty());
        }
    }

    private Path zip(String first, String second) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("1.csv", first);
        entries.put("2.csv", second);
        return Files.write(folder.resolve("days.zip"), Packed.zip(entries));
    }

    private static ImportedFile withoutContent(ImportedFile file) {
        return new ImportedFile(
                file.name(),
                file.linesBefore(),
                file.read(),
                file.accepted(),
                file.duplicatesDropped(),
                file.alreadyPresent(),
                file.filtered(),
                file.quarantined(),
                "");
    }
}
