package app.attune.events.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.store.H2SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

    private static EventFrame frame() {
        return new EventFrameBuilder()
                .event("ann", START, "page_view", "", 0, Map.of("page_view_id", "a"))
                .event("ann", START.plusSeconds(60), "page_ping", "", 0, Map.of("page_view_id", "a"))
                .event("ann", START.plusSeconds(60 + 1_800), "click", "", 0)
                .event("ann", START.plusSeconds(60 + 3_601), "page_view", "", 0, Map.of("page_view_id", "b"))
                .event("bob", START, "page_ping", "", 0, Map.of("page_view_id", "a", "session_id", "s1"))
                .event("bob", START.plusSeconds(10), "page_view", "", 0, Map.of("session_id", "s2"))
                .event("bob", START.plusSeconds(90_000), "page_view", "", 0, Map.of("session_id", "s1"))
                .build();
    }

    private static List<Session> sessions(SessionRules rules) {
        Sessions found = Sessions.of(frame(), rules, Progress.none());
        return IntStream.range(0, found.size()).mapToObj(found::get).toList();
    }

    @Test
    void aPauseLongerThanTheGapEndsASessionAndOneAsLongDoesNot() {
        List<Session> found = sessions(SessionRules.DEFAULT);
        assertEquals(new Session(0, 1, START, START.plusSeconds(1_860), 3, 1), found.get(0));
        assertEquals(new Session(0, 2, START.plusSeconds(3_661), START.plusSeconds(3_661), 1, 1), found.get(1));
    }

    @Test
    void recordedIdsHoldEventsTogetherHoweverLongThePause() {
        List<Session> found = sessions(SessionRules.DEFAULT);
        assertEquals(new Session(1, 1, START, START.plusSeconds(90_000), 2, 1), found.get(2));
        assertEquals(new Session(1, 2, START.plusSeconds(10), START.plusSeconds(10), 1, 0), found.get(3));
        assertEquals(4, found.size());
        List<Session> cut = sessions(SessionRules.DEFAULT.withIds(SessionRules.Ids.IGNORED));
        assertEquals(2, cut.get(2).events());
        assertEquals(START.plusSeconds(90_000), cut.get(3).start());
    }

    @Test
    void everyEventKnowsTheNumberOfItsUsersSession() {
        Sessions found = Sessions.of(frame(), SessionRules.DEFAULT, Progress.none());
        assertEquals(
                List.of(1.0, 1.0, 1.0, 2.0, 1.0, 2.0, 1.0),
                java.util.Arrays.stream(found.numbers().values()).boxed().toList());
        assertEquals(2, found.of(1));
    }

    @Test
    void aReportCountsSessionsByLengthAndWritesThem(@TempDir Path folder) throws Exception {
        SessionReport report = SessionReport.of(frame(), SessionRules.DEFAULT, Progress.none());
        assertEquals(4, report.sessions().size());
        assertEquals(2, report.single());
        assertEquals(2, report.perUser());
        assertEquals(3, report.pageViews());
        assertEquals("50.0% of 4 sessions are of a single event", report.chart().title());
        SessionFile.write(report, folder.resolve("sessions.csv"), Progress.none());
        assertEquals(
                "ann,1,2026-10-01T08:00:00Z,2026-10-01T08:31:00Z,1860.0,3,1",
                Files.readAllLines(folder.resolve("sessions.csv")).get(1));
    }

    @Test
    void theRulesAreKeptInTheWorkspace() {
        try (Database database = Database.inMemory("sessions")) {
            Migrations.bundled().apply(database);
            SessionService service = new SessionService(new H2SessionStore(database), progress -> frame(), () -> false);
            assertEquals(SessionRules.DEFAULT, service.rules());
            assertEquals(4, service.report(Progress.none()).sessions().size());
            SessionRules longer = new SessionRules(Duration.ofHours(2), SessionRules.Ids.IGNORED);
            service.save(longer);
            service.save(longer);
            assertEquals(longer, service.rules());
            assertEquals(3, service.report(Progress.none()).sessions().size());
        }
        assertThrows(IllegalArgumentException.class, () -> SessionRules.DEFAULT.withGap(Duration.ZERO));
        assertTrue(SessionWords.of(Duration.ofSeconds(90)).equals("90 s"));
    }
}
