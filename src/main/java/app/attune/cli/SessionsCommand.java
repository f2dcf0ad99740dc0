package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.sessions.SessionFile;
import app.attune.events.sessions.SessionReport;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.SessionWords;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "sessions",
        description = "Counts the sessions of users, and sets what ends one.",
        footer = {
            "",
            "Events of a user with the same session id in the file are one session, however long the pauses between",
            "them; events without one belong together until a pause longer than the gap. With --ids ignored the gap",
            "alone decides. Conditions count sessions as different values of session_number.",
            "--gap and --ids are kept in the workspace.",
            "",
            "Examples:",
            "  attune sessions shop",
            "  attune sessions shop --gap 20",
            "  attune sessions shop --out sessions.csv"
        })
final class SessionsCommand extends WorkspaceCommand {
    private static final int[] WIDTHS = {14, 12};

    @Option(names = "--gap", paramLabel = "MINUTES", description = "A pause longer than this ends a session.")
    @Nullable
    private Double gap;

    @Option(names = "--ids", paramLabel = "WHAT", description = "recorded or ignored: ids that the source recorded.")
    private SessionRules.@Nullable Ids ids;

    @Option(names = "--out", paramLabel = "FILE", description = "Write every session to this CSV file.")
    @Nullable
    private Path out;

    SessionsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        SessionRules before = services.sessions().rules();
        SessionRules wanted = Words.checked(() -> wanted(before));
        if (!wanted.equals(before)) {
            services.sessions().save(wanted);
        }
        SessionReport report = services.sessions().report(progress());
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode();
        say(report, lines, json);
        if (out != null) {
            SessionFile.write(report, Words.withFolder(out), progress());
            lines.add("Wrote " + Counted.of(report.sessions().size(), "session") + " to " + out + ".");
            json.put("file", out.toString());
        }
        return Report.of(lines, json);
    }

    private SessionRules wanted(SessionRules before) {
        SessionRules rules = gap == null ? before : before.withGap(Duration.ofSeconds(Math.round(60 * gap)));
        return ids == null ? rules : rules.withIds(ids);
    }

    private static void say(SessionReport report, List<String> lines, ObjectNode json) {
        SessionRules rules = report.sessions().rules();
        lines.add(String.format(
                Locale.ROOT,
                "%,d sessions of %,d users, %.2f a user; half last at most %d s. %,d page views.",
                report.sessions().size(),
                report.users(),
                report.perUser(),
                report.typical().toSeconds(),
                report.pageViews()));
        lines.add(SessionWords.sentence(rules));
        json.put("sessions", report.sessions().size())
                .put("users", report.users())
                .put("pageViews", report.pageViews())
                .put("medianSeconds", report.typical().toSeconds())
                .put("gapSeconds", rules.gap().toSeconds())
                .put("ids", rules.ids().name());
        lines.add(Words.columns(WIDTHS, "length", "sessions", "events"));
        ArrayNode array = json.putArray("lengths");
        for (SessionReport.Length length : report.lengths()) {
            lines.add(Words.columns(
                    WIDTHS, length.name(), Words.number(length.sessions()), Words.number(length.events())));
            array.addObject()
                    .put("length", length.name())
                    .put("sessions", length.sessions())
                    .put("events", length.events());
        }
    }
}
