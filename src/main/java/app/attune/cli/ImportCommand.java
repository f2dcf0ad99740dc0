package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        description = "Imports a file of events, users or items; all of it or, when it fails, nothing.",
        footer = {
            "",
            "Examples:",
            "  attune import shop online-retail.csv.gz --rejected rejected.csv",
            "  attune import shop export.csv --dry-run --save-mapping mapping.json",
            "  attune import shop export.csv --mapping mapping.json"
        })
final class ImportCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "CSV, TSV or JSON Lines, plain or gzip.")
    @Nullable
    private Path file;

    @Option(names = "--as", paramLabel = "KIND", description = "What a row is: events, users or items.")
    @Nullable
    private String kind;

    @Option(names = "--mapping", paramLabel = "JSON", description = "What the columns mean; guessed if not given.")
    @Nullable
    private Path mappingFile;

    @Option(names = "--save-mapping", paramLabel = "JSON", description = "Writes the mapping that was used.")
    @Nullable
    private Path savedMapping;

    @Option(names = "--dry-run", description = "Reads and counts, stores nothing.")
    private boolean dryRun;

    @Option(
            names = "--rejected",
            paramLabel = "CSV",
            description = "Writes the rows that were kept aside, with reasons.")
    @Nullable
    private Path rejected;

    ImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        if (dryRun && rejected != null) {
            throw ProblemException.of(
                    "cli.no-rejected",
                    "A dry run keeps no rows aside, so --rejected has nothing to write.",
                    "Leave out --rejected or --dry-run.");
        }
        Path source = Words.given(file, "FILE");
        ImportService imports = services.imports();
        FileFormat format = imports.detect(source);
        Mapping mapping = mapping(imports, source, format);
        if (savedMapping != null) {
            Words.write(savedMapping, mapping.toJson());
        }
        ImportReport report = dryRun
                ? imports.dryRun(source, format, mapping, progress())
                : imports.importFile(source, format, mapping, progress());
        if (rejected != null) {
            imports.writeQuarantine(report.importId(), Words.withFolder(rejected));
        }
        return Report.of(lines(report, dryRun ? "Would import" : "Imported"), json(report));
    }

    private Mapping mapping(ImportService imports, Path source, FileFormat format) {
        Mapping mapping = mappingFile == null
                ? imports.guess(imports.preview(source, format))
                : Mapping.fromJson(Words.textOf(mappingFile));
        return kind == null ? mapping : mapping.withRows(rowKind(kind));
    }

    private static RowKind rowKind(String word) {
        return Choices.of("--as", word, RowKind.values());
    }

    static List<String> lines(ImportReport report, String verb) {
        List<String> lines = new ArrayList<>();
        lines.add(verb + " " + report.sourceName() + " as "
                + report.rows().name().toLowerCase(Locale.ROOT) + ": " + Words.number(report.read()) + " rows read = "
                + Words.number(report.accepted()) + " accepted + " + Words.number(report.duplicatesDropped())
                + " duplicates dropped + " + Words.number(report.alreadyPresent()) + " already present + "
                + Words.number(report.quarantined()) + " quarantined");
        report.quarantinedByReason()
                .forEach((reason, count) -> lines.add("  " + Words.number(count) + " " + reason.words()));
        if (report.exactDuplicates() > 0) {
            lines.add(
                    "  " + Words.number(report.exactDuplicates()) + " rows repeat an earlier row of the file exactly");
        }
        if (report.conflicting() > 0) {
            lines.add("  " + Words.number(report.conflicting()) + " rows have a known event id but other content");
        }
        if (report.rows() == RowKind.EVENTS && report.accepted() > 0) {
            lines.add("  from " + Instant.ofEpochMilli(report.firstMillis()) + " to "
                    + Instant.ofEpochMilli(report.lastMillis()));
        }
        report.findings().forEach(problem -> lines.add("  " + problem.message() + " " + problem.remedy()));
        return lines;
    }

    private static ObjectNode json(ImportReport report) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("importId", report.importId())
                .put("source", report.sourceName())
                .put("rows", report.rows().name().toLowerCase(Locale.ROOT))
                .put("read", report.read())
                .put("accepted", report.accepted())
                .put("duplicatesDropped", report.duplicatesDropped())
                .put("alreadyPresent", report.alreadyPresent())
                .put("quarantined", report.quarantined())
                .put("exactDuplicates", report.exactDuplicates())
                .put("conflicting", report.conflicting())
                .put("millis", report.millis());
        ObjectNode reasons = node.putObject("quarantinedByReason");
        for (Map.Entry<RejectReason, Long> entry : report.quarantinedByReason().entrySet()) {
            reasons.put(entry.getKey().words(), entry.getValue());
        }
        return node;
    }
}
