package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small files written by hand after the public descriptions of their formats.
class PresetSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "ga360.jsonl,            ga360-bigquery,        4, 4, 0, 0",
        "segment.jsonl,          segment,               7, 5, 2, 0",
        "rudderstack.jsonl,      rudderstack,           2, 2, 0, 0",
        "rudderstack-tracks.csv, rudderstack-warehouse, 2, 2, 0, 0",
        "mixpanel.jsonl,         mixpanel,              4, 3, 1, 0",
        "amplitude.json,         amplitude,             3, 2, 1, 0",
        "posthog.jsonl,          posthog,               2, 2, 0, 0",
        "posthog-api.json,       posthog,               2, 2, 0, 0",
        "matomo.json,            matomo,                5, 4, 0, 1",
        "shopify-orders.json,    shopify-orders,        3, 3, 0, 0",
        "orders_export.csv,      shopify-orders-csv,    3, 3, 0, 0",
        "woocommerce.json,       woocommerce-orders,    3, 3, 0, 0",
        "kafka.jsonl,            kafka,                 4, 2, 1, 1",
        "kinesis.json,           kinesis,               2, 2, 0, 0",
        "kinesis-lambda.json,    kinesis,               1, 1, 0, 0",
        "u.data,                 movielens-100k,        3, 3, 0, 0",
        "movies.csv,             movielens-movies,      2, 2, 0, 0",
        "hubspot-contacts.csv,   crm-contacts,          2, 2, 0, 0",
        "debezium.jsonl,         debezium,              4, 4, 0, 0",
        "churn.csv,              telco-churn,           3, 3, 0, 0",
        "mailing.csv,            hillstrom,             3, 3, 0, 0",
        "loans.data,             german-credit,        12, 12, 0, 0",
        "scores.csv,             compas,                2, 2, 0, 0",
        "hour.csv,               bike-sharing-hour,     3, 3, 0, 0",
        "day.csv,                bike-sharing-day,      2, 2, 0, 0"
    })
    void filesAreRecognisedAndEveryRowIsAccountedFor(
            String name, String preset, long read, long accepted, long dropped, long quarantined) {
        try (EventsFixture events = new EventsFixture()) {
            Recognition found = events.service.recognise(file(name));
            assertEquals(preset, found.preset().map(Preset::id).orElse("-"), found.reason());
            assertTrue(found.score() > 0.5, found.reason());
            ImportReport report =
                    events.service.importFile(file(name), found.format(), found.mapping(), Progress.none());
            assertEquals(
                    read + " " + accepted + " " + dropped + " " + quarantined,
                    report.read() + " " + report.accepted() + " " + report.duplicatesDropped() + " "
                            + report.quarantined());
            assertTrue(report.addsUp());
        }
    }

    @Test
    void sessionsHitsAndProductsOfAnalytics360() {
        assertEquals(
                List.of(
                        "0509905312345678901 2017-08-01T10:39:34Z PAGE - NaN",
                        "0509905312345678901 2017-08-01T10:39:46.500Z view_item LAMP1 NaN",
                        "0509905312345678901 2017-08-01T10:40:34Z purchase LAMP1 39.98",
                        "0509905312345678901 2017-08-01T10:40:34Z purchase BULB 9.99"),
                events("ga360.jsonl"));
    }

    @Test
    void messagesOfSegmentAndTheirProducts() {
        assertEquals(
                List.of(
                        "anon-1 2026-03-01T10:00:00.500Z page - NaN",
                        "u-1 2026-03-01T10:01:00Z identify - NaN",
                        "u-1 2026-03-01T10:05:00Z Order Completed p-1 20.5",
                        "u-1 2026-03-01T10:05:00Z Order Completed p-2 5.0",
                        "u-9 2026-03-01T11:05:00Z alias - NaN"),
                events("segment.jsonl"));
    }

    @Test
    void traitsAndConsentBecomeAttributes() {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, "segment.jsonl");
            ColumnTable people = events.people().attributes();
            int signed = events.frame().users().find("u-1").orElseThrow();
            int anonymous = events.frame().users().find("anon-1").orElseThrow();
            assertEquals("gold", shown(people, "trait_plan", signed));
            assertEquals("Bonn", shown(people, "trait_address.city", signed));
            assertEquals("GRANTED", shown(people, "consent_analytics", anonymous));
            assertEquals("DENIED", shown(people, "consent_advertising", anonymous));
        }
    }

    @Test
    void eventsOfProductAnalytics() {
        assertEquals(
                List.of(
                        "13793 2020-10-13T17:48:31Z Signed up - NaN",
                        "13793 2020-10-13T17:50:00Z Bought p-1 9.5",
                        "13793 2020-10-13T17:51:40Z Opened - NaN"),
                events("mixpanel.jsonl"));
        assertEquals(
                List.of(
                        "dev-1 2026-04-01T08:00:00.123Z view product p-1 NaN",
                        "ann 2026-04-01T08:05:00Z revenue_amount p-1 19.9"),
                events("amplitude.json"));
        assertEquals(
                List.of(
                        "ann@mail.example 2026-05-01T09:00:00Z $pageview - NaN",
                        "ann@mail.example 2026-05-01T09:00:00Z purchase p-1 12.0"),
                events("posthog.jsonl"));
        assertEquals(
                List.of(
                        "a1 2026-02-13T10:00:00.200Z Product Viewed p-1 12.5",
                        "u1 2026-02-13T10:02:00.200Z identify - NaN"),
                events("rudderstack.jsonl"));
    }

    @Test
    void actionsOfVisits() {
        assertEquals(
                List.of(
                        "ann 2026-04-01T08:00:00Z action - NaN",
                        "ann 2026-04-01T08:00:12Z event - NaN",
                        "ann 2026-04-01T08:01:40Z ecommerceOrder p-1 20.0",
                        "ann 2026-04-01T08:01:40Z ecommerceOrder p-2 10.0"),
                events("matomo.json"));
    }

    @Test
    void linesOfOrders() {
        assertEquals(
                List.of(
                        "207119551 2026-01-10T16:00:00Z purchase 632910392 20.0",
                        "207119551 2026-01-10T16:00:00Z purchase Gift wrap 10.0",
                        "guest@mail.example 2026-01-11T16:00:00Z cancelled_purchase 632910392 10.0"),
                events("shopify-orders.json"));
        assertEquals(
                List.of(
                        "bob@mail.example 2026-01-10T10:00:00Z purchase LAMP 20.0",
                        "bob@mail.example 2026-01-10T10:00:00Z purchase Bulb, warm 10.0",
                        "'+49301234 2026-01-11T08:30:00Z refunded_purchase LAMP 10.0"),
                events("orders_export.csv"));
        assertEquals(
                List.of(
                        "7 2026-03-22T16:28:02Z purchase 93 6.0",
                        "7 2026-03-22T16:28:02Z purchase 22 12.0",
                        "guest@mail.example 2026-03-23T10:00:00Z refunded_purchase 93 5.0"),
                events("woocommerce.json"));
    }

    @Test
    void payloadsOfStreamsAreUnpacked() {
        assertEquals(
                List.of("u1 2026-04-01T08:00:00.123Z view p-1 NaN", "u2 2026-04-01T08:00:00.124Z buy p-2 3.5"),
                events("kafka.jsonl"));
        assertEquals(
                List.of("u1 2026-04-01T08:00:00.625Z view p-1 NaN", "u2 2026-04-01T08:00:01Z buy p-2 3.5"),
                events("kinesis.json"));
        try (EventsFixture events = new EventsFixture()) {
            imported(events, "kinesis-lambda.json");
            EventFrame frame = events.frame();
            assertEquals(
                    "shardId-000000000006",
                    frame.property("shard").orElseThrow().display(0));
            assertEquals("4959", frame.property("sequence_number").orElseThrow().display(0));
            assertEquals("/a", frame.property("body_page.url").orElseThrow().display(0));
        }
    }

    @Test
    void aChangeLogLeavesTheLastState() {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, "debezium.jsonl");
            ColumnTable people = events.people().attributes();
            assertEquals("Anna", shown(people, "name", 0));
            assertEquals("-", shown(people, "city", 0));
            assertEquals("-", shown(people, "name", 1));
        }
    }

    @Test
    void ridesOfAnHourAreAnEventOfThatHour() {
        assertEquals(
                List.of(
                        "city 2021-05-01T09:00:00Z rides - 24.0",
                        "city 2021-05-01T10:00:00Z rides - 27.0",
                        "city 2021-05-01T11:00:00Z rides - 31.0"),
                events("hour.csv"));
        assertEquals(
                "city 2021-05-02T00:00:00Z rides - 270.0", events("day.csv").getLast());
    }

    @Test
    void columnsWithoutNamesGetThoseOfTheirDescription() {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, "loans.data");
            ColumnTable people = events.people().attributes();
            assertEquals(12, people.rows());
            assertTrue(people.column("amount").orElseThrow() instanceof NumberColumn);
            assertTrue(shown(people, "checking_account", 0).startsWith("A1"));
        }
    }

    @Test
    void whatNoPresetFitsIsGuessedAndSaysHowNearItCame() {
        try (EventsFixture events = new EventsFixture()) {
            Path sample = file("not-quite-segment.csv");
            Recognition found = events.service.recognise(sample);
            assertTrue(found.preset().isEmpty());
            assertEquals(0, found.score());
            assertTrue(found.reason().contains("No preset fits"), found.reason());
            assertTrue(
                    found.reason().contains("Segment warehouse tables")
                            && found.reason().contains("sent_at"),
                    found.reason());
        }
    }

    private static List<String> events(String name) {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, name);
            EventFrame frame = events.frame();
            return EventsFixture.lines(frame).stream()
                    .map(line -> line.replaceFirst(" [a-z_.]+=.*", ""))
                    .toList();
        }
    }

    private static void imported(EventsFixture events, String name) {
        Recognition found = events.service.recognise(file(name));
        events.service.importFile(file(name), found.format(), found.mapping(), Progress.none());
    }

    private static String shown(ColumnTable table, String name, int row) {
        Column column = table.column(name).orElseThrow();
        return column.isMissing(row) ? "-" : column.display(row);
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(PresetSamplesTest.class.getResource("/preset-samples/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
