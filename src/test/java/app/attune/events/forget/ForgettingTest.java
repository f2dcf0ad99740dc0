package app.attune.events.forget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.EventStore;
import app.attune.events.EventsFixture;
import app.attune.events.forget.Remaining.Why;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of an import before it is forgotten.
class ForgettingTest {
    private static final String USERS = "user_id,consent_mail\nann,granted\nbob,granted\n";
    private static final String EVENTS = """
            user_id,time,event,item_id,consent_mail
            ann,2026-05-01T08:00:00Z,view,i1,denied
            ,2026-05-01T09:00:00Z,view,i1,denied
            """;

    @TempDir
    Path folder;

    private final EventsFixture events = new EventsFixture();

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void eventsThatSpeakOfUsersAreToldWhenFilesOfUsersAreToBeImportedAgain() throws IOException {
        events.importText(folder, USERS);
        events.importText(folder, USERS);
        events.importText(folder, EVENTS);
        Forgetting told = told(1);
        assertEquals(2, told.taken().userRows());
        assertEquals(2, told.again().getFirst().report().importId());
        assertEquals(List.of(Why.IS_OVERTAKEN), reasons(told));
        assertEquals(3, told.remaining().getFirst().report().importId());
        assertTrue(told.sentences().stream()
                .anyMatch(line -> line.endsWith("otherwise: import 3, file.csv. To keep"
                        + " what they say, forget them too and import their files again at the end.")));
        assertEquals(List.of(), reasons(told(3)));
    }

    @Test
    void doneAsToldTheLastWordStaysTheLast() throws IOException {
        events.importText(folder, USERS);
        events.importText(folder, USERS);
        events.importText(folder, EVENTS);
        events.store.forget(1, Progress.none());
        events.importText(folder, USERS);
        assertEquals("GRANTED", mailOfAnn());
        events.store.forget(3, Progress.none());
        events.importText(folder, EVENTS);
        assertEquals("DENIED", mailOfAnn());
    }

    @Test
    void usersComeAfterEventsThatAreImportedAgain() throws IOException {
        events.importText(folder, EVENTS);
        events.importText(folder, EVENTS);
        events.importText(folder, USERS);
        Forgetting told = told(1);
        assertEquals(
                List.of(ReadAgain.Certainty.ALL_HELD_HERE, ReadAgain.Certainty.COMES_AFTER),
                told.again().stream().map(ReadAgain::certainty).toList());
        assertEquals(List.of(), reasons(told));
    }

    @Test
    void importsOfOlderVersionsAreToldThatLeftOutWhatWasSaidOfUsers() throws IOException {
        events.importText(folder, USERS);
        events.importText(folder, EVENTS);
        assertEquals(List.of(), reasons(told(1)));
        events.database.execute(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE import_run SET report_json = REPLACE(report_json, ',\"usersSaid\":\"ALL\"', '')")) {
                update.executeUpdate();
            }
        });
        assertEquals(List.of(Why.LEFT_OUT_WHAT_WAS_SAID), reasons(told(1)));
        assertEquals(2, told(1).remaining().getFirst().report().importId());
    }

    @Test
    void rowsThatWereMendedAreToldToStay() throws IOException {
        events.importText(folder, EVENTS);
        Path rejected = folder.resolve("rejected.csv");
        assertEquals(1, events.service.writeQuarantine(List.of(1L), rejected));
        String text = Files.readString(rejected);
        Files.writeString(rejected, text.replace("\",2026", "\"cid,2026"));
        events.service.importMended(rejected, Progress.none());
        Forgetting told = told(1);
        assertEquals(List.of(Why.HOLDS_MENDED_ROWS), reasons(told));
        assertTrue(told.sentences()
                .contains("Rejected rows of it that were mended and read again stay: import 2, file.csv, mended in"
                        + " rejected.csv: 1 row."
                        + " Forget these imports too if those rows are to go."));
        assertFalse(told(2).sentences().stream().anyMatch(line -> line.startsWith("Rejected")));
    }

    @Test
    void whatSaysNothingOfTheSameNeedNotBeImportedAgain() throws IOException {
        events.importText(folder, "user_id,time,event\nann,2026-01-01,view\n");
        events.importText(folder, "user_id,age\nann,30\n");
        events.importText(folder, "user_id,age\nann,30\nbo,31\n");
        assertEquals(List.of(), told(1).again());
        assertEquals(
                List.of(3L),
                told(2).again().stream().map(one -> one.report().importId()).toList());
    }

    private String mailOfAnn() {
        return events.people()
                .attributes()
                .column("consent_mail")
                .orElseThrow()
                .display(events.frame().users().find("ann").orElseThrow());
    }

    private static List<Why> reasons(Forgetting told) {
        return told.remaining().stream().map(Remaining::why).toList();
    }

    private Forgetting told(long importId) {
        return new ForgetService(events.store, new Figures()).preview(importId, Progress.none());
    }

    /// Of the events alone.
    private static final class Figures implements ForgetService.Effects {
        @Override
        public LoadDelta delta(EventStore without, Progress progress) {
            KeyFigures left = KeyFigures.of(without.frame(progress), progress);
            return new LoadDelta(
                    1, 2, KeyFigures.NONE, left, 0, 0, EventsFixture.CLOCK.instant(), List.of(), List.of());
        }

        @Override
        public long links(EventStore log, Progress progress) {
            return 0;
        }
    }
}
