package app.attune.events.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.AttributeHistory;
import app.attune.events.ConsentLog;
import app.attune.events.EventStore;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.profiles.Population;
import app.attune.profiles.PopulationService;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that is forgotten has never been: not in a table, not in a frame, not in the population.
class ForgottenImportTest {
    private static final List<String> TABLES =
            List.of("import_run", "chunk_ledger", "chunk_column", "dictionary_piece", "rejection_piece", "kept_column");
    private static final String MAY = """
            user_id,time,event,item_id,value,screen,consent_mail
            bob,2026-05-01T08:00:00Z,view,i1,,home,granted
            ann,2026-05-01T09:00:00Z,buy,i2,9.50,cart,denied
            bob,never,view,i1,,home,granted
            """;
    private static final String JUNE = """
            user_id,time,event,item_id,value,screen,consent_mail
            cid,2026-06-01T08:00:00Z,look,i3,,shelf,granted
            ann,2026-06-01T09:00:00Z,buy,i2,4,cart,denied
            dan,2026-06-02T09:00:00Z,view,i1,,home,denied
            """;
    private static final String USERS = "user_id,country\nann,CH\neve,DE\n";
    private static final String ITEMS = "item_id,category\ni2,Tents\ni9,Boots\n";

    @TempDir
    Path folder;

    @Test
    void whatEachOrderOfImportsLeavesIsWhatTheOthersAloneMake() throws IOException {
        List<String> all = List.of(MAY, USERS, JUNE, ITEMS);
        for (int gone = 0; gone < all.size(); gone++) {
            List<String> others = new ArrayList<>(all);
            others.remove(gone);
            try (EventsFixture events = imported(all);
                    EventsFixture expected = imported(others)) {
                EventStore preview = events.store.without(gone + 1L, Progress.none());
                List<String> previewed = seen(preview);
                events.store.forget(gone + 1L, Progress.none());
                assertEquals(tables(expected, gone + 1), tables(events, Integer.MAX_VALUE), "without " + gone);
                assertEquals(seen(expected.store), seen(events.store), "without " + gone);
                assertEquals(seen(expected.store), previewed, "preview without " + gone);
                assertTrue(events.store.verify(Progress.none()).isEmpty());
            }
        }
    }

    @Test
    void manyImportsOfAnythingForgottenInAnyOrderLeaveTheRest() throws IOException {
        for (long seed = 0; seed < 6; seed++) {
            SplittableRandom random = Seeds.stream(seed, "forget");
            List<String> files = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                files.add(file(random, i));
            }
            try (EventsFixture events = imported(files)) {
                List<String> left = new ArrayList<>(files);
                List<Long> ids = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L));
                while (left.size() > 1) {
                    int gone = random.nextInt(left.size());
                    events.store.forget(ids.remove(gone), Progress.none());
                    left.remove(gone);
                    try (EventsFixture expected = imported(left)) {
                        assertEquals(seen(expected.store), seen(events.store), "seed " + seed);
                    }
                }
                assertTrue(events.store.verify(Progress.none()).isEmpty());
            }
        }
    }

    /// Events of its own, users that others know, and properties by chance.
    private static String file(SplittableRandom random, int number) {
        String name = "p" + random.nextInt(3);
        StringBuilder text = new StringBuilder("user_id,time,event,item_id," + name + "\n");
        for (int i = 0; i < 20; i++) {
            text.append("u%d,2026-0%d-01T00:00:%02dZ,t%d,i%d,v%d\n"
                    .formatted(
                            random.nextInt(30),
                            number + 1,
                            i,
                            random.nextInt(4),
                            random.nextInt(30),
                            random.nextInt(10)));
        }
        return text.toString();
    }

    @Test
    void whatALaterImportLeftOutIsToldAndComesBackWhenItIsReadAgain() throws IOException {
        String both = MAY + JUNE.substring(JUNE.indexOf('\n') + 1);
        try (EventsFixture events = imported(List.of(MAY));
                EventsFixture expected = imported(List.of(both))) {
            ImportReport later = events.importText(folder, both);
            assertEquals(Map.of(1L, 2L), later.presentIn());
            events.store.forget(1, Progress.none());
            assertEquals(3, events.frame().eventCount());
            ImportReport again = events.importText(folder, both);
            assertEquals(2, again.accepted());
            assertEquals(Map.of(2L, 3L), again.presentIn());
            List<String> wanted = new ArrayList<>(EventsFixture.lines(expected.frame()));
            List<String> found = new ArrayList<>(EventsFixture.lines(events.frame()));
            wanted.sort(null);
            found.sort(null);
            assertEquals(wanted, found);
        }
    }

    @Test
    void whatEventsSayOfUsersStaysThoughAForgottenImportSaidItFirst() throws IOException {
        try (EventsFixture events = imported(List.of(MAY, JUNE))) {
            events.store.forget(1, Progress.none());
            Population people = events.people();
            int ann = people.events().users().find("ann").orElseThrow();
            assertEquals(
                    "DENIED",
                    people.attributes().column("consent_mail").orElseThrow().display(ann));
        }
    }

    @Test
    void aNumberIsNeverGivenAgain() throws IOException {
        try (EventsFixture events = imported(List.of(MAY, JUNE))) {
            events.store.forget(2, Progress.none());
            assertEquals(3, events.importText(folder, JUNE).importId());
            events.store.forget(3, Progress.none());
            events.store.forget(1, Progress.none());
            assertEquals(0, events.frame().eventCount());
            ImportReport again = events.importText(folder, MAY);
            assertEquals(4, again.importId());
            assertEquals(2, again.accepted());
        }
    }

    @Test
    void whatIsCancelledOrUnknownChangesNothing() throws IOException {
        try (EventsFixture events = imported(List.of(MAY, JUNE))) {
            List<String> before = tables(events, Integer.MAX_VALUE);
            Progress stopped = new Progress() {
                @Override
                public void report(String stage, long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return true;
                }
            };
            assertThrows(CancellationException.class, () -> events.store.forget(1, stopped));
            ProblemException unknown =
                    assertThrows(ProblemException.class, () -> events.store.forget(9, Progress.none()));
            assertEquals("import.unknown", unknown.problem().code());
            assertEquals(before, tables(events, Integer.MAX_VALUE));
        }
    }

    @Test
    void beforeADamagedImportNothingIsForgotten() throws IOException {
        try (EventsFixture events = imported(List.of(MAY, JUNE))) {
            events.database.execute(connection -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE chunk_column SET content = X'00' WHERE import_id = 2 AND name = 'value'")) {
                    update.executeUpdate();
                }
            });
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> events.store.forget(1, Progress.none()));
            assertEquals("import.not-forgettable", refused.problem().code());
            events.store.forget(2, Progress.none());
            assertEquals(2, events.frame().eventCount());
        }
    }

    private EventsFixture imported(List<String> files) throws IOException {
        EventsFixture events = new EventsFixture();
        for (String file : files) {
            events.importText(folder, file);
        }
        return events;
    }

    /// What anybody sees of the log.
    private static List<String> seen(EventStore store) {
        Population people = new PopulationService(store, new H2ProfileStore(store)).current(Progress.none());
        List<String> seen = new ArrayList<>(EventsFixture.lines(people.events()));
        seen.add(people.events().users().texts().toString());
        seen.add(people.events().items().texts().toString());
        seen.add(people.events().types().texts().toString());
        people.attributes().columns().forEach(column -> {
            for (int idx = 0; idx < people.events().userCount(); idx++) {
                seen.add(people.events().users().text(idx) + " " + column.name() + " " + column.display(idx));
            }
        });
        people.events().catalogue().columns().forEach(column -> {
            for (int idx = 0; idx < people.events().itemCount(); idx++) {
                seen.add(people.events().items().text(idx) + " " + column.name() + " " + column.display(idx));
            }
        });
        seen.add(ConsentLog.read(
                        store,
                        AttributeHistory.read(store, people.events().userCount(), Progress.none()),
                        Progress.none())
                .toString());
        seen.add(store.keptTypes(RowKind.EVENTS).toString());
        seen.add(store.keptTypes(RowKind.USERS).toString());
        store.imports().forEach(report -> store.readRejections(report.importId(), row -> seen.add(row.toString())));
        return seen;
    }

    /// Every row of every table as text; numbers of imports from `raised` on one higher than they are.
    private static List<String> tables(EventsFixture events, int raised) {
        return events.database.read(connection -> {
            List<String> lines = new ArrayList<>();
            for (String table : TABLES) {
                try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table);
                        ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        lines.add(table + " " + line(rows, raised));
                    }
                }
            }
            lines.sort(null);
            return lines;
        });
    }

    private static String line(ResultSet rows, int raised) throws java.sql.SQLException {
        StringBuilder line = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            Object value = rows.getObject(i);
            String name = rows.getMetaData().getColumnName(i);
            if (name.endsWith("ID") && value instanceof Long id) {
                line.append(id >= raised ? id + 1 : id);
            } else if (value instanceof byte[] bytes) {
                line.append(HexFormat.of().formatHex(bytes));
            } else {
                line.append(numbered(String.valueOf(value), raised));
            }
            line.append('|');
        }
        return line.toString();
    }

    private static String numbered(String text, int raised) {
        for (int id = 9; id >= raised; id--) {
            text = text.replace("\"importId\":" + id, "\"importId\":" + (id + 1));
        }
        return text;
    }
}
