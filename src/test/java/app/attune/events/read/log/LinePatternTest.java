package app.attune.events.read.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {
    private static final String COMBINED = "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\"";

    @Test
    void aLineOfACombinedLogGivesItsValues() {
        LinePattern pattern = LinePattern.of(COMBINED);
        assertEquals(
                List.of(
                        "host",
                        "ident",
                        "user",
                        "time",
                        "method",
                        "path",
                        "query",
                        "protocol",
                        "status",
                        "bytes",
                        "referrer",
                        "user_agent"),
                pattern.names());
        assertEquals(
                List.of(
                        "10.0.0.7",
                        "",
                        "eva",
                        "03/Nov/2026:08:15:00 +0100",
                        "GET",
                        "/tents",
                        "size=2",
                        "HTTP/2.0",
                        "200",
                        "512",
                        "",
                        "Browser \"X\" 1"),
                cut(
                        pattern,
                        "10.0.0.7 - eva [03/Nov/2026:08:15:00 +0100] \"GET /tents?size=2 HTTP/2.0\" 200 512 \"-\""
                                + " \"Browser \\\"X\\\" 1\""));
    }

    @Test
    void nginxWritesTheSameValuesInItsOwnNotation() {
        LinePattern pattern = LinePattern.of("$remote_addr - $remote_user [$time_local] \"$request\" $status"
                + " $body_bytes_sent \"$http_referer\" \"$http_user_agent\"");
        assertEquals(
                LinePattern.of(COMBINED).names().stream()
                        .filter(name -> !name.equals("ident"))
                        .toList(),
                pattern.names());
        assertEquals(
                "/a b",
                cut(pattern, "::1 - - [3/Nov/2026:08:15:00 +0100] \"GET /a b HTTP/1.1\" 404 0 \"-\" \"-\"")
                        .get(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "\u0016\u0003\u0001", "", "GET /only", "x y z"})
    void requestsThatAreNoneStillGiveARow(String request) {
        List<String> values = cut(
                LinePattern.of(COMBINED), "h - - [03/Nov/2026:08:15:00 +0100] \"" + request + "\" 400 0 \"-\" \"-\"");
        assertEquals("400", values.get(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "%h%u# nothing stands between",
                "%h %h# twice",
                "nothing# names no value",
                "%{x# not closed",
                "a %# ends in the middle",
                "(?<a>(# Unclosed"
            })
    void patternsThatCannotBeReadSayWhy(String pattern, String why) {
        ProblemException problem = assertThrows(ProblemException.class, () -> LinePattern.of(pattern));
        assertEquals("import.bad-line-pattern", problem.problem().code());
        assertTrue(problem.problem().message().contains(why), problem.problem().message());
    }

    @Test
    void anExpressionThatRunsAwayDoesNotMatchInsteadOfHanging() {
        LinePattern pattern = LinePattern.of("(?<a>(x+x+)+)y");
        assertTrue(pattern.cut("x".repeat(5_000)).isEmpty());
        assertEquals(List.of("xx"), cut(pattern, "xxy"));
        assertTrue(LinePattern.of("(?<a>(a|b)*)c").cut("ab".repeat(200_000)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tents, 200, page_view",
        "GET, /tents/, 304, page_view",
        "GET, /gone, 404, get",
        "GET, /style.css, 200, get",
        "GET, /v1.2/tents, 200, page_view",
        "POST, /cart, 200, post",
        "'', /x, '', page_view",
        "'', /x, 500, request"
    })
    void whatHappenedIsAPageViewOrTheMethod(String method, String path, String status, String event) {
        assertEquals(event, LogEvent.of(method, path, status));
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (compatible; Googlebot/2.1), true",
        "curl/8.5, true",
        "Mozilla/5.0 (X11; Linux x86_64; rv:27.0) Gecko/20100101 Firefox/27.0, false",
        "'', false"
    })
    void robotsAreToldByWhatTheyCallThemselves(String agent, boolean robot) {
        assertEquals(robot, KnownBots.isBot(agent));
    }

    private static List<String> cut(LinePattern pattern, String line) {
        return List.of(pattern.cut(line).orElseThrow());
    }
}
