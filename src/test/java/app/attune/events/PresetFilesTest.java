package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real export files are recognised and import with the counts their descriptions state.
@Tag("conformance")
class PresetFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
    private static final String GA4 = "ga4-export/ga4_all_24219.jsonl.gz";

    @ParameterizedTest
    @CsvSource({
        "ga4-export/ga4_all_24219.jsonl.gz,                         ga4-bigquery,       24219, 24219, 0, 0",
        "ga4-export/ga4_first3000.jsonl.gz,                         ga4-bigquery,        3000,  3000, 0, 0",
        "export-formats/snowplow/enriched_1event.tsv,               snowplow-tsv,           1,     1, 0, 0",
        "export-formats/snowplow/source/snowplow_web_events.csv,    snowplow,             161,   158, 3, 0",
        "export-formats/segment/example_segment_pages.csv,          segment-warehouse,      1,     1, 0, 0",
        "export-formats/mixpanel/event.csv,                         mixpanel-csv,           5,     5, 0, 0",
        "export-formats/parquet-avro/userdata1.csv,                 crm-contacts,        1000,  1000, 0, 0",
        "export-formats/debezium/serde-update.json,                 debezium,               1,     1, 0, 0",
        "export-formats/debezium/serde-with-schema.json,            debezium,               1,     1, 0, 0",
        "export-formats/debezium/serde-unnested-delete-val-withschema.json, debezium,       1,     1, 0, 0",
        "export-formats/debezium/serde-unnested-order-val-withschema.json, debezium-orders, 1,     1, 0, 0",
        "export-formats/debezium/unwrap-with-schema.json,           debezium-orders,        1,     1, 0, 0",
        "export-formats/debezium/serde-with-schema_geom.json,       debezium-unwrapped,     1,     1, 0, 0",
        "export-formats/debezium/serde-with-array.json,             debezium-unwrapped,     1,     0, 0, 1",
        "movielens-100k/ml-100k.inter,                              recbole-inter,     100000, 100000, 0, 0",
        "movielens-100k/ml-100k.user,                               recbole-user,         943,   943, 0, 0",
        "movielens-100k/ml-100k.item,                               recbole-item,        1682,  1682, 0, 0",
        "movielens-100k/u.data,                                     movielens,         100000, 100000, 0, 0",
        "online-retail/online-retail.csv.gz,                        online-retail,     541909, 406829, 0, 135080"
    })
    void everyRowIsAccountedFor(String file, String preset, long read, long accepted, long dropped, long quarantined) {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = recognised(events, file, preset);
            assertEquals(
                    read + " " + accepted + " " + dropped + " " + quarantined,
                    report.read() + " " + report.accepted() + " " + report.duplicatesDropped() + " "
                            + report.quarantined());
            assertTrue(report.addsUp());
            ImportReport again = recognised(events, file, preset);
            assertEquals(0, again.accepted());
            assertTrue(again.addsUp());
        }
    }

    /// Keys without a change, a change of the table's structure, and a schema without data say nothing of a user.
    @ParameterizedTest
    @CsvSource({
        "serde-unnested-delete-key-withschema.json",
        "serde-unnested-order-key-withschema.json",
        "serde-with-array2.json",
        "serde-with-schema2.json"
    })
    void changeMessagesWithoutARowAreNoPresets(String file) {
        try (EventsFixture events = new EventsFixture()) {
            Recognition found = events.service.recognise(DATA.resolve("export-formats/debezium/" + file));
            assertTrue(found.preset().isEmpty(), found.reason());
            assertTrue(!found.mapping().problems(found.preview().columnNames()).isEmpty());
        }
    }

    @Test
    void analyticsEventsHaveTheCountsOfTheSource() {
        try (EventsFixture events = new EventsFixture()) {
            recognised(events, GA4, "ga4-bigquery");
            EventFrame frame = events.frame();
            assertEquals(19_210, frame.userCount());
            assertEquals(17, frame.types().size());
            assertEquals(624, count(frame, "purchase"));
            assertEquals(7_498, count(frame, "page_view"));
            assertEquals(2_119, count(frame, "view_item"));
            assertEquals(305, count(frame, "add_to_cart"));
            assertEquals(41_529, sum(frame, "purchase"), 0.001);
            assertTrue(frame.users().find("31733645.3711323316").isPresent());
            TextColumn sessions = (TextColumn) frame.property("session_id").orElseThrow();
            assertTrue(IntStream.range(0, frame.eventCount()).noneMatch(sessions::isMissing));
            Column search = frame.property("param_search_term").orElseThrow();
            assertEquals(
                    144,
                    IntStream.range(0, frame.eventCount())
                            .filter(row -> !search.isMissing(row))
                            .count());
            Column country = events.people().attributes().column("country").orElseThrow();
            assertTrue(IntStream.range(0, 100)
                    .anyMatch(user -> country.display(user).equals("Germany")));
        }
    }

    @Test
    void everyNestedItemBecomesARow() {
        try (EventsFixture events = new EventsFixture()) {
            Path file = DATA.resolve(GA4);
            Recognition found = events.service.use(
                    events.service.presets().require("ga4-bigquery-items"),
                    Source.of(file),
                    events.service.detect(file));
            ImportReport report = events.service.importFile(file, found.format(), found.mapping(), Progress.none());
            int withItems = 3_333;
            assertEquals(24_219 - withItems + 23_294, report.read());
            assertEquals(report.read(), report.accepted());
            EventFrame frame = events.frame();
            Column place = frame.property("item_position").orElseThrow();
            assertEquals(
                    23_294,
                    IntStream.range(0, frame.eventCount())
                            .filter(row -> !place.isMissing(row))
                            .count());
        }
    }

    @Test
    void repeatedEventIdsCountOnce() {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report =
                    recognised(events, "export-formats/snowplow/source/snowplow_web_events.csv", "snowplow");
            assertEquals(3, report.duplicatesDropped());
            EventFrame frame = events.frame();
            assertEquals(49, count(frame, "page_view"));
            Column views = frame.property("page_view_id").orElseThrow();
            assertTrue(IntStream.range(0, frame.eventCount())
                            .filter(row -> !views.isMissing(row))
                            .count()
                    > 150);
            assertEquals(Map.of(), report.quarantinedByReason());
        }
    }

    @Test
    void anEnrichedEventIsReadThroughItsContexts() {
        try (EventsFixture events = new EventsFixture()) {
            recognised(events, "export-formats/snowplow/enriched_1event.tsv", "snowplow-tsv");
            EventFrame frame = events.frame();
            assertEquals("jon.doe@email.com", frame.users().text(0));
            assertEquals("link_click", frame.types().text(0));
            assertEquals(
                    "2013-11-26T00:03:57.886Z",
                    Instant.ofEpochMilli(frame.time(0)).toString());
            assertEquals(
                    "bc2e92ec6c204a14",
                    frame.property("anonymous_id").orElseThrow().display(0));
            assertEquals(
                    "http://www.example.com",
                    frame.property("link").orElseThrow().display(0));
        }
    }

    @Test
    void changesOfCustomersAreFollowedToTheLastState() {
        String folder = "export-formats/debezium/";
        try (EventsFixture events = new EventsFixture()) {
            recognised(events, folder + "serde-with-schema.json", "debezium");
            ColumnTable people = events.people().attributes();
            assertEquals("Anne", people.column("first_name").orElseThrow().display(0));
            assertEquals(
                    "annek@noanswer.org", people.column("email").orElseThrow().display(0));
            recognised(events, folder + "serde-unnested-delete-val-withschema.json", "debezium");
            ColumnTable after = events.people().attributes();
            assertEquals(1, after.rows());
            assertTrue(after.column("first_name").orElseThrow().isMissing(0));
            assertTrue(after.column("email").orElseThrow().isMissing(0));
            assertEquals(
                    List.of("-", "Anne", "Anne", "-"),
                    Stream.of(
                                    "2016-06-09T16:56:51Z",
                                    "2016-06-09T16:56:52Z",
                                    "2024-06-15T21:13:27Z",
                                    "2024-06-15T21:13:28Z")
                            .map(Instant::parse)
                            .map(asOf -> events.people()
                                    .asOf(asOf)
                                    .attribute("first_name")
                                    .orElseThrow())
                            .map(name -> name.isMissing(0) ? "-" : name.display(0))
                            .toList());
        }
    }

    @Test
    void ordersInAChangeLogArePurchasesAtTheirDate() {
        try (EventsFixture events = new EventsFixture()) {
            recognised(events, "export-formats/debezium/serde-unnested-order-val-withschema.json", "debezium-orders");
            recognised(events, "export-formats/debezium/unwrap-with-schema.json", "debezium-orders");
            EventFrame frame = events.frame();
            assertEquals(2, frame.eventCount());
            assertEquals(2, count(frame, "purchase"));
            int user = frame.users().find("1003").orElseThrow();
            int row = frame.from(user);
            assertEquals("107", frame.items().text(frame.item(row)));
            assertEquals(
                    "2016-02-21T00:00:00Z",
                    Instant.ofEpochMilli(frame.time(row)).toString());
        }
    }

    @Test
    void arraysWithoutAKeyOfTheirRowHaveNoUser() {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report =
                    recognised(events, "export-formats/debezium/serde-with-array.json", "debezium-unwrapped");
            assertEquals(Map.of(RejectReason.NO_USER, 1L), report.quarantinedByReason());
        }
    }

    private static ImportReport recognised(EventsFixture events, String name, String preset) {
        Path file = DATA.resolve(name);
        Recognition found = events.service.recognise(file);
        assertEquals(preset, found.preset().map(Preset::id).orElse("-"), found.reason());
        return events.service.importFile(file, found.format(), found.mapping(), Progress.none());
    }

    private static long count(EventFrame frame, String type) {
        int code = frame.types().find(type).orElseThrow();
        return IntStream.range(0, frame.eventCount())
                .filter(row -> frame.type(row) == code)
                .count();
    }

    private static double sum(EventFrame frame, String type) {
        int code = frame.types().find(type).orElseThrow();
        return IntStream.range(0, frame.eventCount())
                .filter(row -> frame.type(row) == code && !Double.isNaN(frame.value(row)))
                .mapToDouble(frame::value)
                .sum();
    }
}
