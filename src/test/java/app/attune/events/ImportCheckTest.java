package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportCheckTest extends EventLogCase {
    private static final String HEADER = "user_id,time,event,item_id,value,quantity,consent_ads\n";

    @Test
    void everyColumnSaysHowManyOfItsValuesDoNotFitAndNothingIsStored() throws IOException {
        Path file = EventsFixture.write(
                folder,
                HEADER + "a,2026-01-01,view,i1,1,2,yes\n".repeat(20) + ",yesterday,view,i1,much,some,perhaps\n");
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        ImportCheck check = events.service.check(file, format, mapping, Progress.none());
        assertEquals(
                List.of(
                        new ColumnCount("user_id", 20, 1, 0),
                        new ColumnCount("time", 21, 0, 1),
                        new ColumnCount("event", 21, 0, 0),
                        new ColumnCount("item_id", 21, 0, 0),
                        new ColumnCount("value", 21, 0, 1),
                        new ColumnCount("quantity", 21, 0, 1),
                        new ColumnCount("consent_ads", 21, 0, 1)),
                check.columns());
        assertEquals(1, check.rejected().size());
        assertEquals("user_id", check.rejected().getFirst().column());
        assertEquals(22, check.rejected().getFirst().rejection().line());
        assertEquals(0, events.frame().eventCount());
        assertEquals(check.report(), events.service.dryRun(file, format, mapping, Progress.none()));
    }

    @Test
    void sinceWhenUsersAreSoIsLookedAtAsTheImportReadsIt() throws IOException {
        Path file = EventsFixture.write(folder, "user_id,since,city\na,2026-01-01,Ulm\nb,lately,Bonn\nc,,Kiel\n");
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service
                .guess(events.service.preview(file, format))
                .withRows(RowKind.USERS)
                .withRole("since", ColumnRole.TIME);
        ImportCheck check = events.service.check(file, format, mapping, Progress.none());
        assertEquals(new ColumnCount("since", 2, 1, 1), check.columns().get(1));
        assertEquals("since", check.rejected().getFirst().column());
    }

    @Test
    void blankCellsAreCountedByColumnInTheCheckAndInTheImport() throws IOException {
        Path file = EventsFixture.write(
                folder,
                HEADER + "a,2026-01-01,view,i1,1,2,yes\na,2026-01-02,view,,, ,\n b ,2026-01-03,view,\"\",1,,no\n"
                        + ",,,,,,\n");
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        Map<String, Long> blanks = Map.of("item_id", 2L, "value", 1L, "quantity", 2L, "consent_ads", 1L);
        ImportReport report = events.service.importFile(file, format, mapping, Progress.none());
        assertEquals(3, report.usable());
        assertEquals(blanks, report.blanks());
        assertEquals(
                blanks,
                events.service
                        .check(file, format, mapping, Progress.none())
                        .report()
                        .blanks());
        assertEquals(blanks, events.service.imports().getFirst().blanks(), "kept with the import");
    }

    @Test
    void theBarIsNeverFullBeforeEverythingIsStored() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,2026-01-01,view,i1,1,2,yes\n".repeat(9_000));
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        List<Double> fractions = new ArrayList<>();
        List<String> stages = new ArrayList<>();
        Progress watched = new Progress() {
            @Override
            public void report(String stage, long done, long total) {
                stages.add(stage);
                fractions.add(total <= 0 ? 0 : (double) done / total);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        events.service.importFile(file, format, mapping, watched);
        assertTrue(fractions.stream().allMatch(fraction -> fraction < 0.97), fractions.toString());
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals("Looking up what is already here", stages.getFirst());
        assertEquals("Making all rows visible at once", stages.getLast());
    }
}
