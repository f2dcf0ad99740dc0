package app.attune.events.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.AttributeHistory;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who reads while an import is forgotten sees the log as it was or as it is, never a mixture.
class ForgottenWhileReadTest {
    private static final List<String> FILES = List.of(
            "user_id,time,event,item_id,score\na,2026-05-01,view,i1,1\nb,2026-05-02,view,i2,2\n",
            "user_id,time,event,item_id,score\nc,2026-06-01,look,i3,3\nd,2026-06-02,look,i4,4\n",
            "user_id,time,event,item_id,score\nd,2026-07-01,look,i4,4\nc,2026-07-02,look,i3,3\n");

    @TempDir
    Path folder;

    @Test
    void theEventsAreThoseThatAreLeft() throws IOException {
        for (int part = 0; part < FILES.size(); part++) {
            try (EventsFixture events = imported(FILES)) {
                EventFrame read = events.store.frame(forgetting(events, "Reading stored events", part));
                assertEquals(4, read.eventCount(), "part " + part);
                assertEquals(EventsFixture.lines(events.frame()), EventsFixture.lines(read), "part " + part);
            }
        }
    }

    @Test
    void whatIsKnownOfUsersIsWhatIsLeft() throws IOException {
        List<String> users = List.of(
                "user_id,country\na,CH\nb,DE\n", "user_id,country\nc,FR\nd,IT\n", "user_id,country\nd,CH\nc,IT\n");
        for (int part = 0; part < users.size(); part++) {
            try (EventsFixture events = imported(users)) {
                AttributeHistory read =
                        AttributeHistory.read(events.store, 4, forgetting(events, "Reading stored users", part));
                assertEquals(1, events.frame().users().find("d").orElseThrow());
                assertEquals("CH", read.newest().column("country").orElseThrow().display(1), "part " + part);
            }
        }
    }

    @Test
    void nothingLooksDamaged() throws IOException {
        for (int part = 0; part < FILES.size(); part++) {
            try (EventsFixture events = imported(FILES)) {
                List<Problem> damaged = events.store.verify(forgetting(events, "Reading stored events", part));
                assertTrue(damaged.isEmpty(), damaged::toString);
            }
        }
    }

    /// Forgets the first import when this part of the log is about to be read.
    private static Progress forgetting(EventsFixture events, String stage, int part) {
        return new Progress() {
            @Override
            public void report(String now, long done, long total) {
                if (now.equals(stage) && done == part && events.store.imports().size() == FILES.size()) {
                    events.store.forget(1, Progress.none());
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private EventsFixture imported(List<String> files) throws IOException {
        EventsFixture events = new EventsFixture();
        for (String file : files) {
            events.importText(folder, file);
        }
        return events;
    }
}
