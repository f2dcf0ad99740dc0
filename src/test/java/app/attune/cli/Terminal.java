package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs commands and keeps what they say.
final class Terminal {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T08:30:00Z"), ZoneOffset.UTC);

    private Terminal() {}

    /// What one command did.
    record Ran(int code, String out, String err) {}

    static Ran run(Object... words) {
        return run(Progress.none(), words);
    }

    static Ran run(Progress progress, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                Arrays.stream(words).map(String::valueOf).toList(),
                new Surroundings(stream(out), stream(err), new RecordingCharts(), CLOCK, progress));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// What a command that succeeds prints for people.
    static String text(Object... words) {
        Ran ran = run(words);
        assertEquals(ExitCode.OK, ran.code(), ran::err);
        assertEquals("", ran.err());
        return ran.out();
    }

    /// What a command that succeeds prints for programs: one JSON value and nothing else.
    static JsonNode json(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return Json.read(text(all.toArray()), "standard output");
    }

    /// The two lines of a command that cannot do what it was asked for: what happened, and what to do.
    static List<String> problem(Object... words) {
        return refused(ExitCode.PROBLEM, words);
    }

    static List<String> refused(int code, Object... words) {
        Ran ran = run(words);
        assertEquals(code, ran.code(), ran::toString);
        assertEquals("", ran.out());
        List<String> lines = ran.err().lines().toList();
        assertEquals(2, lines.size(), ran::err);
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.contains("Exception")).toList());
        return lines;
    }
}
