package app.attune.events;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test that imports into an event log of its own.
abstract class EventLogCase {
    @TempDir
    Path folder;

    final EventsFixture events = new EventsFixture();

    @AfterEach
    void close() {
        events.close();
    }
}
