package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFiltersTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreLeftOutByTheFirstFilterThatFitsAndCountedByItsReason() throws IOException {
        Path file = EventsFixture.write(folder, """
                user_id,time,event,item_id
                test-1,2026-01-01,view,i1
                ann@shop.example,2026-01-01,view,i1
                test-2@shop.example,2026-01-01,view,i1
                ben@home.example,2026-01-01,heartbeat,i1
                ben@home.example,2026-01-01,view,preview-7
                ben@home.example,2026-01-01,heartbeats,i1
                """);
        List<RowFilter> filters = List.of(
                new RowFilter("user_id", RowFilter.Test.STARTS_WITH, "test-", "tester"),
                new RowFilter("user_id", RowFilter.Test.ENDS_WITH, "@shop.example", "staff"),
                new RowFilter("event", RowFilter.Test.IS, "heartbeat", "heartbeat"),
                new RowFilter("item_id", RowFilter.Test.CONTAINS, "view-", "preview"));
        try (EventsFixture events = new EventsFixture()) {
            FileFormat format = events.service.detect(file);
            Mapping mapping =
                    events.service.guess(events.service.preview(file, format)).withFilters(filters);
            ImportReport report = events.service.importFile(file, format, mapping, Progress.none());
            assertEquals(Map.of("tester", 2L, "staff", 1L, "heartbeat", 1L, "preview", 1L), report.filteredByReason());
            assertEquals(1, report.accepted());
            assertTrue(report.addsUp());
        }
    }
}
