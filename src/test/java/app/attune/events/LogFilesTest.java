package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.Source;
import app.attune.events.read.TimeFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs of many servers import with every line accounted for.
@Tag("conformance")
class LogFilesTest {
    private static final Path LOGS =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data/export-formats");

    @ParameterizedTest
    @CsvSource({
        "web-logs/apache_logs.gz, apache-combined, 10000, 7461, 2538, 1",
        "matomo-logs/common.log, apache-common, 1, 1, 0, 0",
        "matomo-logs/common.log.gz, apache-common, 1, 1, 0, 0",
        "matomo-logs/common.log.bz2, apache-common, 1, 1, 0, 0",
        "matomo-logs/common_complete.log, apache-vhost, 1, 1, 0, 0",
        "matomo-logs/common_vhost.log, apache-vhost, 1, 1, 0, 0",
        "matomo-logs/elb.log, aws-elb, 2, 2, 0, 0",
        "matomo-logs/gandi.log, gandi, 2, 2, 0, 0",
        "matomo-logs/icecast2.log, icecast, 1, 1, 0, 0",
        "matomo-logs/iis.log, iis, 1, 1, 0, 0",
        "matomo-logs/amazon_cloudfront_rtmp.log, aws-cloudfront, 2, 2, 0, 0",
        "matomo-logs/incapsula_w3c.log, w3c-extended, 2, 2, 0, 0",
        "matomo-logs/logs_to_tests.log, apache-combined, 4, 4, 0, 0",
        "matomo-logs/ncsa_extended.log, apache-combined, 1, 1, 0, 0",
        "matomo-logs/netscaler.log, w3c-extended, 1, 1, 0, 0",
        "matomo-logs/ovh.log, ovh, 1, 1, 0, 0",
        "matomo-logs/s3.log, aws-s3, 1, 1, 0, 0",
        "matomo-logs/shoutcast.log, w3c-extended, 1, 1, 0, 0",
        "matomo-logs/splitted_date_and_time.log, w3c-extended, 1, 1, 0, 0",
        "matomo-logs/static_ignores.log, apache-vhost, 4, 4, 0, 0",
        "matomo-logs/custom_regex_custom_date.log, apache-common, 1, 0, 0, 1",
        "matomo-logs/nginx_json.log, nginx-json, 2, 2, 0, 0",
        "matomo-logs/caddy_json.log, caddy-json, 3, 3, 0, 0"
    })
    void everyLineIsAccountedFor(
            String name, String preset, long read, long accepted, long filtered, long quarantined) {
        try (EventsFixture events = new EventsFixture()) {
            Source source = Source.of(LOGS.resolve(name));
            Recognition found = events.service.recognise(source);
            ImportReport report = events.service.importSource(source, found.format(), found.mapping(), Progress.none());
            System.getLogger("table")
                    .log(
                            System.Logger.Level.INFO,
                            "{0} | {1} | {2} | {3} | {4} | {5}",
                            name,
                            report.read(),
                            report.accepted(),
                            report.duplicatesDropped(),
                            report.filtered(),
                            report.quarantined());
            assertEquals(preset, found.preset().map(Preset::id).orElse("-"), found.reason());
            assertEquals(
                    List.of(read, accepted, filtered, quarantined),
                    List.of(report.read(), report.accepted(), report.filtered(), report.quarantined()));
            assertTrue(report.addsUp());
            assertEquals(report.accepted(), events.frame().eventCount());
        }
    }

    @Test
    void robotsOfARealLogAreFilteredAndTheBrokenLineIsNamed() {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importGuessed(LOGS.resolve("web-logs/apache_logs.gz"));
            assertEquals(10_000, report.read());
            assertEquals(7_461, report.accepted());
            assertEquals(Map.of("known robot", 2_538L), report.filteredByReason());
            List<RejectedRow> rejected = events.service.rejected(report.importId(), 10);
            assertEquals(8_899, rejected.getFirst().rejection().line());
            assertEquals(1, rejected.size());
            EventFrame frame = events.frame();
            assertEquals(
                    "2015-05-17T10:05:00Z", frame.span().orElseThrow().from().toString());
            assertTrue(frame.items()
                    .find("/presentations/logstash-monitorama-2013/")
                    .isPresent());
        }
    }

    @Test
    void anExpertsExpressionAndDatePatternReadACustomLog() {
        try (EventsFixture events = new EventsFixture()) {
            Path log = LOGS.resolve("matomo-logs/custom_regex_custom_date.log");
            FileFormat format = events.service
                    .detect(log)
                    .withLayout(
                            "(?<host>\\S+) - - \\[(?<time>.*?)\\] \"\\S+ (?<path>\\S+) \\S+\" (?<status>\\d+) \\S+");
            Mapping mapping = events.service
                    .guess(events.service.preview(log, format))
                    .withTime(TimeFormat.ofPattern("MMMM - dd, yyyy:HH:mm:ss"));
            ImportReport report = events.service.importFile(log, format, mapping, Progress.none());
            assertEquals(1, report.accepted());
            assertTrue(EventsFixture.lines(events.frame())
                    .getFirst()
                    .startsWith("1.2.3.4 2012-02-10T16:42:07Z request /"));
        }
    }
}
