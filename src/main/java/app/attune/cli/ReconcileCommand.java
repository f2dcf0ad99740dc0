package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.reconcile.DaySum;
import app.attune.events.reconcile.Manifest;
import app.attune.events.reconcile.ManifestSql;
import app.attune.events.reconcile.Reconciliation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "reconcile",
        description = "Compares the events with those on the server, by source and day.",
        footer = {
            "",
            "--sql prints a query to hand to whoever runs the server. What it gives there, saved as CSV, is MANIFEST.",
            "Its first lines say what to put in, and that it only reads. Without MANIFEST the sums of the events here are shown, or written with --out.",
            "The exit code is 3 if a day differs.",
            "",
            "Examples:",
            "  attune reconcile --sql postgres --table shop.events > for-the-server-team.sql",
            "  attune reconcile shop manifest.csv",
            "  attune reconcile shop --out our-manifest.csv"
        })
final class ReconcileCommand extends Command {
    private static final int[] WIDTHS = {24, 12, 12, 12};

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKSPACE", description = "The workspace's folder.")
    @Nullable
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MANIFEST", description = "What the server says it has.")
    @Nullable
    private Path manifest;

    @Option(names = "--sql", paramLabel = "ENGINE", description = "snowflake, bigquery, postgres, spark or duckdb.")
    @Nullable
    private ManifestSql sql;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Of the events on the server.",
            defaultValue = "events")
    private String table = "events";

    @Option(names = "--out", paramLabel = "FILE", description = "Write the manifest of the events here.")
    @Nullable
    private Path out;

    ReconcileCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        if (sql != null) {
            return query(sql);
        }
        if (manifest != null && out != null) {
            throw misused("--out writes the manifest of the events here, and with MANIFEST nothing is written.");
        }
        if (folder == null) {
            throw ProblemException.of(
                    "cli.missing-argument",
                    "WORKSPACE is missing.",
                    "Name a workspace, or print the server's query with --sql.");
        }
        try (Services services = Services.open(folder, surroundings().clock())) {
            services.workspace().findings().forEach(this::warn);
            return run(services);
        }
    }

    private Report query(ManifestSql engine) {
        if (folder != null || out != null) {
            throw misused("--sql prints the query for the server, which is the same for every workspace: it takes no"
                    + " WORKSPACE, MANIFEST or --out.");
        }
        String query = engine.query(table);
        return Report.of(
                query.lines().toList(),
                Json.mapper().createObjectNode().put("engine", engine.engine()).put("sql", query));
    }

    private static ProblemException misused(String why) {
        return ProblemException.of("cli.bad-option", why, "Leave out one of them; --help shows examples.");
    }

    private Report run(Services services) {
        if (manifest != null) {
            List<DaySum> theirs = Manifest.read(manifest);
            return compared(services.qualityDesk()
                    .reconcile()
                    .compare(theirs, surroundings().progress()));
        }
        List<DaySum> sums =
                services.qualityDesk().reconcile().sums(surroundings().progress());
        if (out != null) {
            Manifest.write(sums, Words.withFolder(out));
        }
        return listed(sums);
    }

    private Report listed(List<DaySum> sums) {
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode();
        ArrayNode array = json.putArray("days");
        lines.add(Words.columns(WIDTHS, "source", "day", "events", "sum_high", "sum_low"));
        for (DaySum sum : sums) {
            lines.add(
                    Words.columns(WIDTHS, sum.source(), sum.day(), Words.number(sum.events()), sum.high(), sum.low()));
            array.addObject()
                    .put("source", sum.source())
                    .put("day", sum.day().toString())
                    .put("events", sum.events())
                    .put("sumHigh", sum.high())
                    .put("sumLow", sum.low());
        }
        if (out != null) {
            json.put("file", out.toString());
            return Report.of(List.of("Wrote " + Counted.of(sums.size(), "day") + " to " + out + "."), json);
        }
        return Report.of(lines, json);
    }

    private static Report compared(Reconciliation found) {
        List<Reconciliation.Day> differences = found.differences();
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("days", found.days().size())
                .put("here", found.here())
                .put("there", found.there());
        ArrayNode array = json.putArray("differences");
        lines.add(Counted.of(found.here(), "event") + " here, " + Words.number(found.there()) + " on the server; "
                + Words.number(differences.size()) + " of "
                + Counted.of(found.days().size(), "day") + " of a source "
                + (differences.size() == 1 ? "differs" : "differ") + ".");
        if (!differences.isEmpty()) {
            lines.add(Words.columns(WIDTHS, "source", "day", "here", "there", "verdict"));
        }
        for (Reconciliation.Day day : differences) {
            lines.add(Words.columns(
                    WIDTHS,
                    day.source(),
                    day.day(),
                    Words.number(day.here()),
                    Words.number(day.there()),
                    words(day.verdict())));
            array.addObject()
                    .put("source", day.source())
                    .put("day", day.day().toString())
                    .put("here", day.here())
                    .put("there", day.there())
                    .put("verdict", day.verdict().name());
        }
        if (!differences.isEmpty()) {
            lines.add("Export the days that differ from the server again and import them: what is here already is not"
                    + " added twice. For a day with more here, look at what was imported: attune delta WORKSPACE.");
        }
        return new Report(lines, json, differences.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT);
    }

    private static String words(Reconciliation.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
