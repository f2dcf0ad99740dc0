package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.AttributeHistory;
import app.attune.events.Column;
import app.attune.events.ColumnRole;
import app.attune.events.ConsentHistory;
import app.attune.events.EventStore;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.Mapping;
import app.attune.events.Preset;
import app.attune.events.Recognition;
import app.attune.events.RowKind;
import app.attune.events.read.FileFormat;
import app.attune.profiles.Population;
import app.attune.segments.store.SqlSegmentOracle;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/// Attributes of a change log are those of the time that is asked for, and deletions are honoured.
class ProfileHistoryTest {
    private static final List<String> CITIES = List.of("Ulm", "Bonn", "Kiel");

    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(String stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    @TempDir
    Path folder;

    @Test
    void aProfileIsCreatedChangedDeletedAndMadeAgain() throws IOException {
        List<Change> changes = List.of(
                new Change(1, 0, "Ulm"),
                new Change(2, 1, "Bonn"),
                new Change(1, 3, "Kiel"),
                new Change(1, 5, ""),
                new Change(1, 8, "Bonn"));
        try (EventsFixture events = new EventsFixture()) {
            assertEquals(5, load(events, "log.json", changes).accepted());
            Population now = events.people();
            assertEquals(at(9), now.defaultAsOf());
            assertThrows(CancellationException.class, () -> now.asOf(at(1), CANCELLED));
            assertEquals("-", city(now, "1", at(0)));
            assertEquals("Ulm", city(now, "1", after(0)));
            assertEquals("-", city(now, "2", at(1)));
            assertEquals("Ulm", city(now, "1", at(3)));
            assertEquals("Kiel", city(now, "1", at(3).plusNanos(1)));
            assertEquals("Kiel", city(now, "1", at(5)));
            assertEquals("-", city(now, "1", after(5)));
            assertEquals("-", city(now, "1", at(8)));
            assertEquals("Bonn", city(now, "1", after(8)));
            assertEquals("Bonn", city(now, "2", at(100)));
            assertEquals(0, load(events, "again.json", changes).accepted());
        }
    }

    @Test
    void segmentsAsOfATimeMeanWhoWasSoThenInTheFrameAndInSql() throws IOException {
        Set<Change> changes = new LinkedHashSet<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; changes.size() < 400; i++) {
            String city = random.nextInt(5) == 0 ? "" : CITIES.get(random.nextInt(CITIES.size()));
            changes.add(new Change(1 + random.nextInt(30), i % 20, city));
        }
        List<Change> loaded = new ArrayList<>(changes);
        Collections.reverse(loaded);
        try (EventsFixture events = new EventsFixture()) {
            // In reverse, so that the order of loading is not that of time; of one moment the last loaded counts.
            load(events, "first.json", loaded.subList(0, 150));
            load(events, "second.json", loaded.subList(150, 400));
            Population people = events.people();
            for (int day = -1; day <= 20; day++) {
                Population then = people.asOf(after(day));
                try (SqlSegmentOracle oracle = new SqlSegmentOracle(then)) {
                    Condition all = new AllOf(List.of());
                    List<String> known = Change.known(loaded, day);
                    assertEquals(known, names(people, people.knownAt(after(day)).toArray()));
                    assertEquals(
                            known, names(people, oracle.members(all, after(day)).toArray()));
                    Audience audience = new SegmentEvaluator().audience(all, people, after(day), Progress.none());
                    assertEquals(known.size(), audience.population());
                    assertEquals(known, names(people, audience.members().toArray()));
                    for (String city : CITIES) {
                        Condition lives = new AttributeCondition("city", Comparison.IS, List.of(city));
                        List<String> expected = Change.living(loaded, day, city);
                        assertEquals(
                                expected,
                                names(
                                        people,
                                        new SegmentEvaluator()
                                                .members(lives, people, after(day), Progress.none())
                                                .toArray()));
                        assertEquals(
                                expected,
                                names(people, oracle.members(lives, after(day)).toArray()));
                    }
                }
            }
        }
    }

    @Test
    void whoIsNotKnownYetCountsNowhere() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            load(events, "log.json", List.of(new Change(1, 3, "Kiel"), new Change(1, 6, "")));
            passing(events, "2,2026-01-05,view,Bonn,yes\n3,2026-01-07,view,Ulm,yes\n");
            Path table = Files.writeString(folder.resolve("people.csv"), "user_id,city\n4,Ulm\n");
            events.importGuessed(table);
            Population people = events.people();
            assertEquals(List.of("4"), names(people, people.knownAt(at(2)).toArray()));
            assertEquals(List.of("4"), names(people, people.knownAt(at(3)).toArray()));
            assertEquals(List.of("1", "4"), names(people, people.knownAt(at(4)).toArray()));
            try (SqlSegmentOracle oracle = new SqlSegmentOracle(people)) {
                for (int day = 2; day <= 8; day++) {
                    assertEquals(people.knownAt(at(day)), oracle.members(new AllOf(List.of()), at(day)));
                }
            }
            assertEquals(
                    List.of("1", "2", "4"),
                    names(people, people.knownAt(after(4)).toArray()));
            assertEquals(4, people.knownAt(people.defaultAsOf()).getCardinality());
            Condition notBonn = new NoneOf(List.of(new AttributeCondition("city", Comparison.IS, List.of("Bonn"))));
            RoaringBitmap members = new SegmentEvaluator().members(notBonn, people, at(4), Progress.none());
            assertEquals(List.of("1", "4"), names(people, members.toArray()));
            int third = people.events().users().find("3").orElseThrow();
            Explanation why = Explanation.of(notBonn, people, at(4), third);
            assertFalse(why.matched());
            assertEquals(
                    List.of("not known yet: no event and no row about the user by then"),
                    why.decisive().stream().map(Explanation::text).toList());
        }
    }

    @Test
    void aFileWithoutTimesHoldsAtAllTimes() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            load(events, "log.json", List.of(new Change(1, 3, "Kiel")));
            Path table = Files.writeString(folder.resolve("people.csv"), "user_id,country,city\n1,DE,Ulm\n");
            events.importGuessed(table);
            Population people = events.people();
            assertEquals("DE", value(people, "country", "1", at(-5)));
            assertEquals("Ulm", city(people, "1", at(-5)));
            assertEquals("Ulm", city(people, "1", at(4)));
            load(events, "later.json", List.of(new Change(1, 6, "Bonn")));
            assertEquals("Ulm", city(events.people(), "1", at(4)));
            assertEquals("Ulm", city(events.people(), "1", at(6)));
            assertEquals("Bonn", city(events.people(), "1", after(6)));
        }
    }

    @Test
    void aRowWithoutATimeIsKeptWhereverOthersHaveOne() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            String rows = "1,2026-03-01,Kiel\n1,2026-01-01,Ulm\n1,,Ulm\n2,2026-03-01,Bonn\n3,,Bonn\n";
            assertEquals(5, people(events, rows).accepted());
            assertEquals("Ulm", city(events.people(), "1", at(99)));
            assertEquals("-", city(events.people(), "2", at(0)));
            Path table = Files.writeString(folder.resolve("table.csv"), "user_id,city\n2,Bonn\n3,Bonn\n");
            assertEquals(1, events.importGuessed(table).accepted());
            assertEquals("Bonn", city(events.people(), "2", at(0)));
            assertEquals(0, events.importGuessed(table).accepted());
        }
    }

    @Test
    void anImportThatFinishesWhileAttributesAreReadDoesNoHarm() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            people(events, "1,2026-01-01,Ulm\n");
            boolean[] more = {true};
            EventStore busy = (EventStore) Proxy.newProxyInstance(
                    EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, asked, given) -> {
                        Object answer = asked.invoke(events.store, given);
                        if (more[0]) {
                            more[0] = false;
                            people(events, "1,2026-02-01,Bonn\n1,2026-03-01,Kiel\n");
                        }
                        return answer;
                    });
            Column city = AttributeHistory.read(busy, 1, Progress.none())
                    .newest()
                    .column("city")
                    .orElseThrow();
            assertEquals("Kiel", city.display(0));
        }
    }

    @Test
    void rowsWithoutTimesAreReadOnceAndNotKept() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            Path table = Files.writeString(folder.resolve("table.csv"), "user_id,city\n1,Bonn\n");
            events.importGuessed(table);
            assertEquals(1, readings(events.store));
            people(events, "1,2026-02-01,Ulm\n");
            assertEquals(2, readings(events.store));
        }
    }

    private static int readings(EventStore store) {
        int[] readings = {0};
        EventStore counting = (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, asked, given) -> {
                    readings[0] += asked.getName().equals("readChunks") ? 1 : 0;
                    return asked.invoke(store, given);
                });
        AttributeHistory.read(counting, 1, Progress.none());
        return readings[0];
    }

    private ImportReport people(EventsFixture events, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), "user_id,since,city\n" + rows);
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service
                .guess(events.service.preview(file, format))
                .withRows(RowKind.USERS)
                .withRole("since", ColumnRole.TIME)
                .withRole("city", ColumnRole.ATTRIBUTE);
        return events.service.importFile(file, format, mapping, Progress.none());
    }

    @Test
    void whatEventsSayInPassingLeavesTheHistoryAsItIs() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            load(events, "log.json", List.of(new Change(1, 0, "Ulm"), new Change(1, 5, "Kiel")));
            consent(events, "one.csv", "1,no,2026-01-02T00:00:00Z\n1,yes,2026-01-05T00:00:00Z\n");
            passing(events, "1,2026-01-07,view,Kiel,yes\n2,2026-01-07,view,Bonn,yes\n");
            Population people = events.people();
            assertEquals("Ulm", city(people, "1", at(4)));
            assertEquals("Kiel", city(people, "1", at(9)));
            assertEquals("Bonn", city(people, "2", at(4)));
            assertEquals("DENIED", value(people, "consent_mail", "1", after(1)));
            assertEquals("GRANTED", value(people, "consent_mail", "1", at(9)));
            passing(events, "1,2026-01-08,view,Ulm,yes\n");
            assertEquals("Kiel", city(events.people(), "1", at(9)));
            events.store.forget(1, Progress.none());
            assertEquals("Ulm", city(events.people(), "1", at(9)));
        }
    }

    private void passing(EventsFixture events, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "user_id,time,event,city,consent_mail\n" + rows);
        Recognition found = events.service.recognise(file);
        events.service.importFile(
                file, found.format(), found.mapping().withRole("city", ColumnRole.ATTRIBUTE), Progress.none());
    }

    @Test
    void consentIsThatOfTheTimeAndEveryStatementIsKept() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            consent(events, "one.csv", "1,yes,2026-01-02T00:00:00Z\n2,yes,\n");
            consent(events, "two.csv", "1,no,2026-01-05T00:00:00Z\n");
            consent(events, "three.csv", "1,yes,2026-01-08T00:00:00Z\n");
            Population people = events.people();
            assertEquals("-", value(people, "consent_mail", "1", at(1)));
            assertEquals("GRANTED", value(people, "consent_mail", "1", after(1)));
            assertEquals("GRANTED", value(people, "consent_mail", "1", at(4)));
            assertEquals("DENIED", value(people, "consent_mail", "1", after(4)));
            assertEquals("GRANTED", value(people, "consent_mail", "1", at(9)));
            assertEquals("GRANTED", value(people, "consent_mail", "2", at(0)));
            assertEquals(List.of("2"), agreeing(people, at(0)));
            assertEquals(List.of("1", "2"), agreeing(people, at(2)));
            assertEquals(List.of("2"), agreeing(people, at(1)), "at the very time");
            assertEquals(List.of("2"), agreeing(people, at(5)));
            assertEquals(List.of("1", "2"), agreeing(people, at(9)));
            assertEquals(
                    List.of("mail GRANTED 2026-01-02", "mail DENIED 2026-01-05", "mail GRANTED 2026-01-08"),
                    ConsentHistory.read(events.store, List.of("1"), Progress.none()).stream()
                            .map(entry -> entry.purpose() + " " + entry.status() + " "
                                    + entry.since().orElseThrow().toString().substring(0, 10))
                            .toList());
        }
    }

    /// By the frame, after SQL said the same.
    private static List<String> agreeing(Population people, Instant asOf) {
        Condition granted = new ConsentCondition("mail", ConsentCondition.Consented.GRANTED);
        Condition asked = new NoneOf(List.of(new NoneOf(List.of(granted))));
        var members = new SegmentEvaluator().members(asked, people, asOf, Progress.none());
        try (SqlSegmentOracle oracle = new SqlSegmentOracle(people)) {
            assertEquals(oracle.members(granted, asOf), members);
        }
        return names(people, members.toArray());
    }

    private void consent(EventsFixture events, String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "user_id,consent_mail,consent_mail_at\n" + rows);
        events.importGuessed(file);
    }

    private ImportReport load(EventsFixture events, String name, List<Change> changes) throws IOException {
        Path file = Files.write(
                folder.resolve(name), changes.stream().map(Change::json).toList());
        Recognition found = events.service.recognise(file);
        assertEquals("debezium", found.preset().map(Preset::id).orElse("-"), found.reason());
        ImportReport report = events.service.importFile(file, found.format(), found.mapping(), Progress.none());
        assertTrue(report.addsUp());
        return report;
    }

    private static List<String> names(Population people, int[] users) {
        return java.util.Arrays.stream(users)
                .mapToObj(people.events().users()::text)
                .sorted()
                .toList();
    }

    private static String city(Population people, String user, Instant asOf) {
        return value(people, "city", user, asOf);
    }

    private static String value(Population people, String name, String user, Instant asOf) {
        Column column = people.asOf(asOf).attribute(name).orElseThrow();
        int userIdx = people.events().users().find(user).orElseThrow();
        return column.isMissing(userIdx) ? "-" : column.display(userIdx);
    }

    private static Instant at(long day) {
        return Instant.ofEpochMilli(Change.millis(day));
    }

    /// What changes on the day is known.
    private static Instant after(long day) {
        return at(day).plusMillis(1);
    }
}
