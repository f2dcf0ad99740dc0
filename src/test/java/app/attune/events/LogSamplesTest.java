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

/// Server logs written by hand after the public descriptions of their formats are recognised as presets.
class LogSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "combined.log,                     apache-combined, 3, 2, 1",
        "nginx-access.log,                 nginx-combined,  3, 2, 1",
        "common.log,                       apache-common,   2, 2, 0",
        "with-host.log,                    apache-vhost,    2, 2, 0",
        "123456789012_elasticloadbalancing_eu-west-1_app.shop.log, aws-alb, 3, 2, 1",
        "alb-first-version.log,            aws-alb,         1, 1, 0",
        "elb.log,                          aws-elb,         3, 2, 1",
        "s3-access.log,                    aws-s3,          3, 2, 1",
        "E1EXAMPLE2AB.2026-11-03-08.log,   aws-cloudfront,  3, 2, 1",
        "u_ex261103.log,                   iis,             3, 2, 1",
        "extended.log,                     w3c-extended,    2, 1, 1"
    })
    void logsAreRecognisedAndRobotsCounted(String name, String preset, long read, long accepted, long robots) {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = imported(events, name, preset);
            assertEquals(
                    List.of(read, accepted, robots, 0L),
                    List.of(report.read(), report.accepted(), report.filtered(), report.quarantined()));
            assertTrue(report.addsUp());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx-access.log | nginx-combined | 10.0.0.7 2026-11-03T07:15:00Z page_view /tents"
                        + " | eva 2026-11-03T07:15:09Z post /cart",
                "123456789012_elasticloadbalancing_eu-west-1_app.shop.log | aws-alb"
                        + " | 192.0.2.7 2026-11-03T08:15:00.186Z page_view /tents"
                        + " | 192.0.2.8 2026-11-03T08:16:00.186Z post /cart",
                "s3-access.log | aws-s3 | 192.0.2.7 2026-11-03T08:15:00Z get tents/red.jpg"
                        + " | arn:aws:iam::123456789012:user/eva 2026-11-03T08:16:00Z put tents/blue.jpg",
                "E1EXAMPLE2AB.2026-11-03-08.log | aws-cloudfront | 192.0.2.7 2026-11-03T08:15:00Z page_view /tents"
                        + " | 192.0.2.8 2026-11-03T08:16:00Z post /cart",
                "u_ex261103.log | iis | 192.0.2.7 2026-11-03T08:15:00Z page_view /tents"
                        + " | SHOP\\eva 2026-11-03T08:16:00Z post /cart"
            })
    void whoDidWhatWhenIsReadFromTheLines(String name, String preset, String first, String second) {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, name, preset);
            List<String> lines = EventsFixture.lines(events.frame());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(first + " ")), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(second + " ")), lines.toString());
        }
    }

    @Test
    void fieldsOfALoadBalancerKeepTheirNamesAndNumbers() {
        try (EventsFixture events = new EventsFixture()) {
            imported(events, "123456789012_elasticloadbalancing_eu-west-1_app.shop.log", "aws-alb");
            EventFrame frame = events.frame();
            int row = frame.from(frame.users().find("192.0.2.8").orElseThrow());
            assertEquals(
                    "0.048", frame.property("backend_seconds").orElseThrow().display(row));
            assertEquals(
                    "www.example.com", frame.property("vhost").orElseThrow().display(row));
            assertEquals(
                    "authenticate,forward",
                    frame.property("actions").orElseThrow().display(row));
        }
    }

    private static ImportReport imported(EventsFixture events, String name, String preset) {
        Recognition found = events.service.recognise(file(name));
        assertEquals(preset, found.preset().map(Preset::id).orElse("-"), found.reason());
        return events.service.importFile(file(name), found.format(), found.mapping(), Progress.none());
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(LogSamplesTest.class.getResource("/preset-samples/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
