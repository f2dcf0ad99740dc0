package app.attune.cli;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "reconcile",
        description = "Compares the events with those on the server, by source and day.",
        footer = {
            "",
            "--sql prints the query that makes the manifest there; its result, saved as CSV, is MANIFEST.",
            "The exit code is 1 if a day differs.",
            "",
            "Examples:",
            "  attune reconcile --sql spark --table shop.events",
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

    @Option(names = "--sql", paramLabel = "ENGINE", description = "snowflake, bigquery, spark or duckdb.")
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
            String query = sql.query(table);
            return Report.of(
                    query.lines().toList(),
                    Json.mapper().createObjectNode().put("engine", sql.engine()).put("sql", query));
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
            return Report.of(List.of("Wrote " + Words.number(sums.size()) + " days to " + out + "."), json);
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
        lines.add(Words.number(found.here()) + " events here, " + Words.number(found.there()) + " on the server; "
                + Words.number(differences.size()) + " of "
                + Words.number(found.days().size()) + " days differ.");
        for (Reconciliation.Day day : differences) {
            lines.add(Words.columns(
                    WIDTHS,
                    day.source(),
                    day.day(),
                    Words.number(day.here()),
                    Words.number(day.there()),
                    day.verdict()));
            array.addObject()
                    .put("source", day.source())
                    .put("day", day.day().toString())
                    .put("here", day.here())
                    .put("there", day.there())
                    .put("verdict", day.verdict().name());
        }
        return new Report(lines, json, differences.isEmpty() ? ExitCode.OK : ExitCode.PROBLEM);
    }
}
