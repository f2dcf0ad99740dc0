package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImportServiceTest extends EventLogCase {
    private static final String HEADER = "user_id,time,event,item_id,value,quantity\n";

    @Test
    void eventsComeBackSortedByUserTimeAndArrival() throws IOException {
        events.importText(
                folder,
                HEADER
                        + "b,2026-01-02T00:00:00Z,view,i1,,\n"
                        + "a,2026-01-03T00:00:00Z,purchase,i2,9.50,2\n"
                        + "b,2026-01-01T00:00:00Z,view,i2,,\n"
                        + "b,2026-01-02T00:00:00Z,cart,i1,,1\n");
        assertEquals(
                List.of(
                        "b 2026-01-01T00:00:00Z view i2 NaN quantity=",
                        "b 2026-01-02T00:00:00Z view i1 NaN quantity=",
                        "b 2026-01-02T00:00:00Z cart i1 NaN quantity=1",
                        "a 2026-01-03T00:00:00Z purchase i2 9.5 quantity=2"),
                EventsFixture.lines(events.frame()));
    }

    @Test
    void aSecondImportOfTheSameFileAddsNothing() throws IOException {
        String text = HEADER + "a,2026-01-03,view,i2,1,\na,2026-01-03,view,i2,1,\nb,2026-01-03,view,i2,1,\n";
        ImportReport first = events.importText(folder, text);
        assertEquals(3, first.accepted());
        assertEquals(1, first.exactDuplicates());
        assertEquals("import.exact-duplicates-kept", first.findings().getFirst().code());
        String hash = events.store.dataHash();
        ImportReport second = events.importText(folder, text);
        assertEquals(0, second.accepted());
        assertEquals(3, second.alreadyPresent());
        assertEquals(hash, events.store.dataHash());
        ImportReport longer = events.importText(folder, text + "a,2026-01-03,view,i2,1,\n");
        assertEquals(1, longer.accepted());
        assertEquals(4, events.frame().eventCount());
    }

    @Test
    void rowsThatAreImportedAgainWithAnotherMappingAreSaidToCountTwice() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,2026-01-03 10:00:00,view,i2,1,\nb,never,view,i2,1,\n");
        events.importGuessed(file);
        FileFormat format = events.service.detect(file);
        Mapping guessed = events.service.guess(events.service.preview(file, format));
        Mapping berlin = guessed.withTime(guessed.time().withZone("Europe/Berlin"));
        // Nothing says that the one row taken now is the one that was taken before.
        assertEquals(
                List.of(),
                events.service.dryRun(file, format, berlin, Progress.none()).findings());
        Path whole =
                EventsFixture.write(folder, HEADER + "a,2026-01-03 10:00:00,view,i2,1,\nb,2026-01-05,view,i2,1,\n");
        events.importGuessed(whole);
        ImportReport checked =
                events.service.check(whole, format, berlin, Progress.none()).report();
        assertEquals(
                "The same rows were imported before with another mapping, as import 2 (" + whole.getFileName()
                        + "): 2 rows count twice, in two ways.",
                said(checked));
        ImportReport corrected = events.service.importFile(whole, format, berlin, Progress.none());
        assertEquals(2, corrected.accepted());
        assertEquals(said(checked), said(corrected));
        assertTrue(corrected.findings().getFirst().remedy().contains("attune imports FOLDER forget 2"));
        assertEquals(
                List.of(),
                events.service
                        .importFile(whole, format, berlin, Progress.none())
                        .findings());
        events.store.forget(2, Progress.none());
        events.store.forget(3, Progress.none());
        assertEquals(
                List.of(),
                events.service.dryRun(whole, format, berlin, Progress.none()).findings());
    }

    @Test
    void aFileWithIdsThatIsImportedWithoutThemIsSaidToCountTwiceWhateverItsLength() throws IOException {
        StringBuilder text = new StringBuilder("event_id,user_id,time,event\n");
        for (int i = 0; i < 70_000; i++) {
            text.append(i).append(",a,2026-01-01,view\n");
        }
        Path file = EventsFixture.write(folder, text.toString());
        events.importGuessed(file);
        FileFormat format = events.service.detect(file);
        Mapping guessed = events.service.guess(events.service.preview(file, format));
        ImportReport without =
                events.service.dryRun(file, format, guessed.withRole("event_id", ColumnRole.IGNORED), Progress.none());
        assertTrue(said(without).endsWith("70,000 rows count twice, in two ways."), said(without));
    }

    @Test
    void rowsThatAreRecognisedDoNotCountTwiceBesideOnesThatWereLeftOutBefore() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,2026-01-03,view,i2,1,\nb,2026-01-03,view,i3,1,\n");
        FileFormat format = events.service.detect(file);
        Mapping guessed = events.service.guess(events.service.preview(file, format));
        Mapping fewer = guessed.withFilters(List.of(RowFilter.of("user_id", RowFilter.Test.IS, "b")));
        assertEquals(
                1,
                events.service.importFile(file, format, fewer, Progress.none()).accepted());
        ImportReport all = events.service.importFile(file, format, guessed, Progress.none());
        assertEquals(1, all.accepted());
        assertEquals(1, all.alreadyPresent());
        assertEquals(List.of(), all.findings());
    }

    private static String said(ImportReport report) {
        Problem said = report.findings().getFirst();
        assertEquals("import.same-text", said.code());
        return said.message();
    }

    @Test
    void eventIdsDropRepeatsAndNameConflicts() throws IOException {
        String text = """
                event_id,user_id,time,event
                1,a,2026-01-01,view
                1,a,2026-01-01,view
                1,a,2026-01-02,view
                2,a,2026-01-01,view
                ,a,2026-01-01,view
                """;
        ImportReport report = events.importText(folder, text);
        assertEquals(5, report.read());
        assertEquals(2, report.accepted());
        assertEquals(2, report.duplicatesDropped());
        assertEquals(1, report.conflicting());
        assertEquals(Map.of(RejectReason.NO_EVENT_ID, 1L), report.quarantinedByReason());
        assertTrue(report.addsUp());
        ImportReport again = events.importText(folder, "event_id,user_id,time,event\n1,a,2026-01-05,view\n");
        assertEquals(1, again.alreadyPresent());
        assertEquals(1, again.conflicting());
        assertEquals(
                "2026-01-01T00:00:00Z",
                Instant.ofEpochMilli(events.frame().time(0)).toString());
    }

    @Test
    void badRowsAreKeptAsideWithLineColumnAndReason() throws IOException {
        ImportReport report = events.importText(
                folder,
                HEADER
                        + "a,2026-01-01,view,i1,1,\n"
                        + ",2026-01-01,view,i1,1,\n"
                        + "a,yesterday,view,i1,1,\n"
                        + "a,2031-01-01,view,i1,1,\n"
                        + "a,2026-01-01,,i1,1,\n"
                        + "a,2026-01-01,view,i1,=cmd|x,\n"
                        + "=a,2026-01-01,view\n"
                        + "a,2026-01-01,view,i1,2,\n"
                        + "a,2026-01-02,view,i1,3,\n".repeat(10));
        assertTrue(report.addsUp());
        assertEquals(12, report.accepted());
        assertEquals(6, report.quarantined());
        Path file = folder.resolve("rejected.csv");
        assertEquals(6, events.service.writeQuarantine(List.of(report.importId()), file));
        List<String> lines = Files.readAllLines(file);
        assertEquals("\uFEFFimport,file,line,column,reason,found,record,row", lines.getFirst());
        assertEquals("1,file.csv,3,user_id,no user,the user id is empty,1,\",2026-01-01,view,i1,1,\"", lines.get(1));
        assertTrue(lines.get(2)
                .startsWith("1,file.csv,4,time,time not readable,\"found 'yesterday', expected ISO 8601\""));
        assertTrue(lines.get(3).startsWith("1,file.csv,5,time,time in the future"));
        assertTrue(lines.get(4).startsWith("1,file.csv,6,event,no event type"));
        assertTrue(lines.get(5).startsWith("1,file.csv,7,value,value is not a number"));
        assertEquals(
                "1,file.csv,8,,wrong number of columns,\"expected 6 columns, found 3\",6,\"'=a,2026-01-01,view\"",
                lines.get(6));
    }

    @Test
    void aDryRunCountsTheSameAndStoresNothing() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,2026-01-01,view,i1,1,\n,x,,,,\n");
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        ImportReport dry = events.service.dryRun(file, format, mapping, Progress.none());
        assertEquals(0, events.frame().eventCount());
        assertTrue(events.service.imports().isEmpty());
        ImportReport real = events.service.importFile(file, format, mapping, Progress.none());
        assertEquals(real, dry.withId(real.importId()));
        assertEquals(List.of(real), events.service.imports());
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        events.importText(folder, HEADER + "a,2026-01-01,view,i1,1,\n");
        String hash = events.store.dataHash();
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 100_000; i++) {
            text.append("u").append(i).append(",2026-01-01,new_type,new_item,1,\n");
        }
        Path file = EventsFixture.write(folder, text.toString());
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        AtomicInteger asked = new AtomicInteger();
        Progress cancelledLate = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 40;
            }
        };
        assertThrows(
                CancellationException.class, () -> events.service.importFile(file, format, mapping, cancelledLate));
        assertEquals(hash, events.store.dataHash());
        assertEquals(1, events.frame().eventCount());
        assertEquals(List.of("view"), events.store.dictionaries().get("types"));
        assertEquals(
                1, events.store.dictionaries().getOrDefault("users", List.of()).size());
        assertEquals(
                100_000,
                events.service
                        .importFile(file, format, mapping, Progress.none())
                        .accepted());
    }

    @Test
    void rowsAboutUsersBecomeAttributesAndLaterRowsWin() throws IOException {
        events.importText(folder, HEADER + "a,2026-01-01,view,i1,1,\n");
        ImportReport report = events.importText(folder, """
                user_id,country,age,signup_date,consent_marketing
                a,DE,30,2025-01-01,yes
                z,AT,,,no
                a,,31,,
                a,,31,,
                z,AT,,,perhaps
                """);
        assertEquals(3, report.accepted());
        assertEquals(1, report.duplicatesDropped());
        assertEquals(Map.of(RejectReason.BAD_CONSENT, 1L), report.quarantinedByReason());
        assertEquals(2, events.people().size());
        assertEquals("DE", attribute("country", 0));
        assertEquals("31", attribute("age", 0));
        assertEquals("2025-01-01T00:00:00Z", attribute("signup_date", 0));
        assertEquals("GRANTED", attribute("consent_marketing", 0));
        assertEquals("DENIED", attribute("consent_marketing", 1));
        assertEquals(
                0, events.importText(folder, "user_id,country\na,DE\nz,AT\n").accepted());
        assertEquals(1, events.importText(folder, "user_id,shoe_size\na,44\n").accepted());
        assertEquals("44", attribute("shoe_size", 0));
        assertEquals("", attribute("shoe_size", 1));
    }

    @Test
    void rowsAboutItemsBecomeTheCatalogue() throws IOException {
        events.importText(folder, "item_id,category,price\ni1,Tents,100.50\ni2,Boots,80\n");
        ColumnTable catalogue = events.frame().catalogue();
        assertEquals(2, catalogue.rows());
        assertEquals("Boots", catalogue.column("category").orElseThrow().display(1));
        assertEquals(100.5, ((NumberColumn) catalogue.column("price").orElseThrow()).values()[0]);
    }

    @Test
    void aNumberColumnWithTextsStaysTextAndSaysSo() throws IOException {
        ImportReport report = events.importText(
                folder, HEADER + "a,2026-01-01,view,i1,1,2\n".repeat(20) + "a,2026-01-01,view,i1,1,many\n");
        assertTrue(report.findings().stream().anyMatch(finding -> finding.code().equals("import.kept-as-text")));
        assertTrue(events.frame().property("quantity").orElseThrow() instanceof TextColumn);
    }

    @Test
    void aMappingWithoutUserIsRefusedWithTheRole() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,2026-01-01,view,i1,1,\n");
        Mapping mapping = Mapping.events(List.of(MappedColumn.of("time", ColumnRole.TIME)), "view");
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> events.service.importFile(file, FileFormat.csv(), mapping, Progress.none()));
        assertEquals("mapping.no-user-column", problem.problem().code());
    }

    private String attribute(String name, int userIdx) {
        return events.people().attribute(name).orElseThrow().display(userIdx);
    }
}
