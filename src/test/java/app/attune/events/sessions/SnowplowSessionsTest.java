package app.attune.events.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import app.attune.events.Recognition;
import app.attune.events.TextColumn;
import app.attune.events.read.Source;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.PopulationBuilder;
import app.attune.profiles.store.H2ProfileStore;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page views and sessions that Snowplow's own web package makes of its test events.
///
/// That package leaves events out before it counts: without a session, sent over three days after they were made,
/// over three days after their session began, and of an application it was told not to process. So does this test. It
/// also dates a session that begins with a ping five seconds back, and lists only sessions that show a page.
@Tag("conformance")
final class SnowplowSessionsTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data/export-formats/snowplow");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration VISIBLE = Duration.ofSeconds(5);

    /// What a row of the expected sessions says.
    private record Visit(String start, String end, int pageViews, int events) {}

    @TempDir
    Path folder;

    @Test
    void pageViewsAndSessionsAreThoseThatSnowplowExpects() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            EventFrame frame = persons(events);
            Sessions sessions = Sessions.of(frame, SessionRules.DEFAULT, Progress.none());
            assertEquals(expectedSessions(), sessions(frame, sessions));
            assertEquals(expectedPageViews(), pageViews(frame, sessions));
        }
    }

    @Test
    void usersHaveTheVisitsPagesAndTimesThatSnowplowExpects() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            EventFrame frame = persons(events);
            Sessions sessions = Sessions.of(frame, SessionRules.DEFAULT, Progress.none());
            List<NamedCsvRecord> expected = read(DATA.resolve("expected/snowplow_web_users_expected.csv"));
            assertEquals(11, expected.size());
            for (NamedCsvRecord user : expected) {
                int userIdx = frame.users().find(user.getField("user_id")).orElseThrow();
                List<Visit> visits = visits(frame, sessions, userIdx);
                assertEquals(
                        List.of(
                                user.getField("sessions"),
                                user.getField("page_views"),
                                time(user, "start_tstamp").toString(),
                                time(user, "end_tstamp").toString()),
                        List.of(
                                String.valueOf(visits.size()),
                                String.valueOf(visits.stream()
                                        .mapToInt(Visit::pageViews)
                                        .sum()),
                                visits.stream()
                                        .map(Visit::start)
                                        .min(String::compareTo)
                                        .orElseThrow(),
                                visits.stream()
                                        .map(Visit::end)
                                        .max(String::compareTo)
                                        .orElseThrow()),
                        user.getField("user_id"));
            }
        }
    }

    /// The sessions of a user that show a page.
    private static List<Visit> visits(EventFrame frame, Sessions sessions, int userIdx) {
        Map<Integer, Boolean> viewed = new TreeMap<>();
        for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
            boolean view = frame.types().text(frame.type(row)).equals("page_view");
            viewed.merge(sessions.at(row), view, Boolean::logicalOr);
        }
        List<Visit> visits = new ArrayList<>();
        viewed.forEach((number, view) -> {
            Session session = sessions.get(number);
            Instant start = view ? session.start() : session.start().minus(VISIBLE);
            if (session.pageViews() > 0) {
                visits.add(
                        new Visit(start.toString(), session.end().toString(), session.pageViews(), session.events()));
            }
        });
        return visits;
    }

    private EventFrame persons(EventsFixture events) throws IOException {
        Source source = Source.of(processed());
        Recognition found = events.service.recognise(source);
        assertEquals("snowplow", found.preset().orElseThrow().id());
        events.service.importSource(source, found.format(), found.mapping(), Progress.none());
        return new PopulationBuilder(events.store, new H2ProfileStore(events.store))
                .build(IdentityRules.linking(List.of("user", "anonymous_id")), Progress.none())
                .events();
    }

    private Path processed() throws IOException {
        List<NamedCsvRecord> rows = read(DATA.resolve("source/snowplow_web_events.csv"));
        Map<String, Instant> begun = new HashMap<>();
        List<NamedCsvRecord> kept = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String session = row.getField("domain_sessionid");
            if (!session.isEmpty() && !late(row) && !row.getField("app_id").equals("do_not_process")) {
                begun.merge(session, time(row, "collector_tstamp"), (a, b) -> a.isBefore(b) ? a : b);
                kept.add(row);
            }
        }
        Path file = folder.resolve("snowplow_web_events.csv");
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(rows.getFirst().getHeader());
            kept.stream()
                    .filter(row -> !time(row, "collector_tstamp")
                            .isAfter(begun.getOrDefault(row.getField("domain_sessionid"), Instant.MIN)
                                    .plus(THREE_DAYS)))
                    .forEach(row -> writer.writeRecord(row.getFields()));
        }
        return file;
    }

    private static boolean late(NamedCsvRecord row) {
        return !row.getField("dvce_sent_tstamp").isEmpty()
                && time(row, "dvce_sent_tstamp")
                        .isAfter(time(row, "dvce_created_tstamp").plus(THREE_DAYS));
    }

    private static Map<String, Visit> expectedSessions() throws IOException {
        Map<String, Visit> expected = new TreeMap<>();
        read(DATA.resolve("expected/default/snowplow_web_sessions_expected.csv"))
                .forEach(row -> expected.put(
                        row.getField("domain_sessionid"),
                        new Visit(
                                time(row, "start_tstamp").toString(),
                                time(row, "end_tstamp").toString(),
                                Integer.parseInt(row.getField("page_views")),
                                Integer.parseInt(row.getField("total_events")))));
        assertEquals(18, expected.size());
        return expected;
    }

    private static Map<String, Visit> sessions(EventFrame frame, Sessions sessions) {
        TextColumn ids = (TextColumn) frame.property("session_id").orElseThrow();
        Map<String, Visit> found = new TreeMap<>();
        Set<Integer> viewed = new HashSet<>();
        for (int row = 0; row < frame.eventCount(); row++) {
            if (frame.types().text(frame.type(row)).equals("page_view")) {
                viewed.add(sessions.at(row));
            }
        }
        for (int row = 0; row < frame.eventCount(); row++) {
            Session session = sessions.get(sessions.at(row));
            Instant start = viewed.contains(sessions.at(row))
                    ? session.start()
                    : session.start().minus(VISIBLE);
            if (session.pageViews() > 0) {
                found.put(
                        ids.display(row),
                        new Visit(start.toString(), session.end().toString(), session.pageViews(), session.events()));
            }
        }
        return found;
    }

    private static Set<String> expectedPageViews() throws IOException {
        Set<String> expected = new TreeSet<>();
        read(DATA.resolve("expected/snowplow_web_page_views_expected.csv"))
                .forEach(row -> expected.add(String.join(
                        " ",
                        row.getField("page_view_id"),
                        row.getField("domain_sessionid"),
                        time(row, "derived_tstamp").toString(),
                        row.getField("page_views_in_session"))));
        assertEquals(43, expected.size());
        return expected;
    }

    private static Set<String> pageViews(EventFrame frame, Sessions sessions) {
        TextColumn ids = (TextColumn) frame.property("session_id").orElseThrow();
        TextColumn pages = (TextColumn) frame.property("page_view_id").orElseThrow();
        Set<String> seen = new HashSet<>();
        Set<String> found = new TreeSet<>();
        IntStream.range(0, frame.eventCount())
                .filter(row -> frame.types().text(frame.type(row)).equals("page_view"))
                .filter(row -> !pages.isMissing(row))
                .filter(row -> seen.add(pages.display(row)))
                .forEach(row -> found.add(String.join(
                        " ",
                        pages.display(row),
                        ids.display(row),
                        Instant.ofEpochMilli(frame.time(row)).toString(),
                        String.valueOf(sessions.get(sessions.at(row)).pageViews()))));
        return found;
    }

    private static Instant time(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
