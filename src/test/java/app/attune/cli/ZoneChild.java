package app.attune.cli;

import app.attune.core.Progress;
import app.attune.ui.chart.HouseChartWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/// A process that imports a small shop, asks it everything that has to do with time, and prints the answers.
public final class ZoneChild {
    private static final String MAPPING = """
            {"version": 1, "rows": "EVENTS", "constantType": "", "typeRules": [], "valueFactors": [], "filters": [],
             "userIdForm": "AS_WRITTEN", "time": {"kind": "ISO", "pattern": "", "zone": "Europe/Berlin"},
             "columns": [{"column": "event_id", "role": "EVENT_ID", "name": "event_id", "type": "TEXT"},
                         {"column": "user_id", "role": "USER", "name": "user_id", "type": "TEXT"},
                         {"column": "time", "role": "TIME", "name": "time", "type": "DATE"},
                         {"column": "event", "role": "TYPE", "name": "event", "type": "TEXT"}]}""";

    /// The hours in which Berlin's clocks go back (02:30 comes twice) and forward (02:30 does not come), and days on
    /// which other zones change theirs.
    private static final String LOCAL_TIMES = """
            event_id,user_id,time,event
            l1,u01,2026-10-25T01:30:00,login
            l2,u01,2026-10-25T02:30:00,login
            l3,u01,2026-10-25T03:30:00,login
            l4,u02,2026-03-29T01:59:59,login
            l5,u02,2026-03-29T02:30:00,login
            l6,u02,2026-03-29T03:00:00,login
            l7,u03,2026-04-05T02:45:00,login
            l8,u03,2026-09-27T02:45:00,login
            l9,u04,2026-10-31,login
            """;

    private static final List<String> COMMANDS = List.of(
            "new @W --name Zones",
            "import @W @F/items.csv --as items",
            "import @W @F/users.csv --as users",
            "import @W @F/events.csv --consent all-agreed",
            "import @W @F/local.csv --mapping @F/local.json",
            "events @W --out @F/all.csv",
            "sessions @W --out @F/sessions.csv",
            "quality @W",
            "segment @W templates",
            "segment @W save new --template new-visitors",
            "segment @W count new",
            "segment @W count new --as-of 2026-10-25",
            "segment @W members new --as-of 2026-10-12",
            "segment @W sql new",
            "segment @W explain new u02",
            "chart @W active-users --out @F/active.svg",
            "chart @W segment-size new --days 30 --out @F/size.svg",
            "preview @W u01");

    private ZoneChild() {}

    /// @param arguments a folder of its own, and by how many days the clock is ahead
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Clock clock = Clock.offset(Terminal.CLOCK, Duration.ofDays(Long.parseLong(arguments[1])));
        Files.writeString(folder.resolve("local.csv"), LOCAL_TIMES);
        Files.writeString(folder.resolve("local.json"), MAPPING);
        System.err.println("zone " + TimeZone.getDefault().getID() + ", locale " + Locale.getDefault());
        for (String command : COMMANDS) {
            String[] words = Arrays.stream(command.split(" "))
                    .map(word -> word.replace("@W", folder + "/shop").replace("@F", folder.toString()))
                    .toArray(String[]::new);
            out.println("> " + command);
            int code =
                    Cli.run(List.of(words), new Surroundings(out, out, new HouseChartWriter(), clock, Progress.none()));
            out.println("exit " + code);
        }
        for (String file : List.of("all.csv", "sessions.csv", "active.svg", "size.svg")) {
            out.println("> " + file);
            try (Stream<String> lines = Files.lines(folder.resolve(file))) {
                lines.forEach(out::println);
            }
        }
    }
}
