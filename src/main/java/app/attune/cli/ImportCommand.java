package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.ConsentSentences;
import app.attune.events.ImportCheck;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.MappingService;
import app.attune.events.RejectedRow;
import app.attune.events.SavedMapping;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.Encoding;
import app.attune.events.read.EncodingGuess;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@CommandLine.Command(
        name = "import",
        description = "Imports a file of events, users or items; all of it or, when it fails, nothing.",
        footer = {
            "",
            "Examples:",
            "  attune import shop online-retail.csv.gz --rejected rejected.csv",
            "  attune import shop 'exports/*.csv.gz'",
            "  attune import shop data.zip --entry hour.csv",
            "  attune import shop exports --files '2026-*.csv.gz'",
            "  attune import shop visits.csv --leave-out \"email ends with @ours.com\" --leave-out \"ip is in the"
                    + " address range 10.0.0.0/8\"",
            "  attune import shop export.csv --dry-run --save-mapping mapping.json",
            "  attune import shop export.csv --mapping mapping.json",
            "  attune import shop events.jsonl.gz --preset ga4-bigquery-items",
            "  attune import shop orders.xlsx --layout Orders",
            "  attune import shop kasse.csv --decimal comma",
            "  attune import shop till.csv --zone Europe/Berlin",
            "  attune import shop us-orders.csv --time ordered --time-format MM/dd/yyyy --type what",
            "  attune import shop visits.csv --user cookie",
            "  attune import shop orders.csv --amounts price_cents=hundredths --numbers discount",
            "  attune import shop till.csv --remember \"Till export\"",
            "  attune import shop rejected.csv --from-rejected"
        })
final class ImportCommand extends WorkspaceCommand {
    /// Rejected rows looked at for one of each reason.
    private static final int REJECTED = 1_000;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A file (plain, gzip, bzip2, ZIP), a folder, or a pattern such as 'exports/*.csv.gz'.")
    @Nullable
    private String file;

    @Option(
            names = {"--entry", "--files"},
            paramLabel = "NAME|GLOB",
            description = "Files of the archive or folder by name or pattern, such as '*.csv.gz'; may be given several"
                    + " times.")
    private List<String> entries = new ArrayList<>();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Such as UTF-8, windows-1252, Big5; detected if not given.")
    @Nullable
    private String encoding;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "What stands before the fraction of a number: point or comma; detected if not given.")
    @Nullable
    private String decimal;

    @Mixin
    private final MappingArguments arguments = new MappingArguments();

    @Option(
            names = "--mapping",
            paramLabel = "NAME|JSON",
            description = "What the columns mean: a saved mapping or a file. If not given, the saved mapping made for"
                    + " these columns, else the preset that fits, else a guess.")
    @Nullable
    private String mappingName;

    @Option(
            names = "--preset",
            paramLabel = "NAME|JSON",
            description = "Reads the file by a preset (see attune presets) or by a preset's file.")
    @Nullable
    private String preset;

    @Option(
            names = "--layout",
            paramLabel = "TEXT",
            description = "The sheet of a workbook, or where the records of a JSON document stand, such as /orders.")
    @Nullable
    private String layout;

    @Option(names = "--guess", description = "Guesses even if a saved mapping or a preset fits.")
    private boolean guess;

    @Option(names = "--save-mapping", paramLabel = "JSON", description = "Writes the mapping that was used.")
    @Nullable
    private Path savedMapping;

    @Option(names = "--remember", paramLabel = "NAME", description = "Saves the mapping in the workspace.")
    @Nullable
    private String remembered;

    @Option(
            names = "--from-rejected",
            description = "FILE holds rejected rows that were mended in the last column, row: each is imported as the"
                    + " file it came from was; --encoding says how the file itself is written.")
    private boolean fromRejected;

    @Option(
            names = "--consent",
            paramLabel = "WORD",
            description = "Of users of whom no file says anything: all-agreed declares that every user in this file has"
                    + " agreed to personalisation; none (default) changes nothing. What a file says of a user wins.",
            defaultValue = "none")
    private String consent = "none";

    @Option(names = "--dry-run", description = "Reads and counts, stores nothing.")
    private boolean dryRun;

    @Option(names = "--rejected", paramLabel = "CSV", description = "Writes the rows that were rejected, with reasons.")
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
                    "A dry run keeps no rejected rows, so --rejected has nothing to write.",
                    "Leave out --rejected or --dry-run.");
        }
        String place = Words.given(file, "FILE");
        return fromRejected ? mended(services.imports(), Path.of(place)) : whole(services, source(services, place));
    }

    private Source source(Services services, String place) {
        return entries.isEmpty()
                ? services.mappings()
                        .chosen(place)
                        .map(MappingService.ChosenFiles::source)
                        .orElseGet(() -> Source.of(place))
                : Source.choose(place, entries);
    }

    private Report whole(Services services, Source source) {
        ImportService imports = services.imports();
        UsedMapping found = used(services, source);
        ImportPreview preview = imports.preview(source, found.format());
        UsedMapping used = arguments.of(found, preview);
        if (savedMapping != null) {
            Words.write(savedMapping, used.mapping().toJson());
        }
        new MappingAdvice(words(), source, preview, used, Optional.ofNullable(savedMapping)).check();
        remember(services, preview, used);
        Optional<ImportCheck> check = dryRun
                ? Optional.of(imports.check(source, used.format(), used.mapping(), progress()))
                : Optional.empty();
        ImportReport report = arguments.sure(check.map(ImportCheck::report)
                .orElseGet(() -> imports.importSource(source, used.format(), used.mapping(), progress())));
        writeRejected(imports, List.of(report));
        List<String> lines = new ArrayList<>(ImportWords.lines(report, dryRun ? "Would import" : "Imported"));
        lines.addAll(RejectedLines.examples(rejected(imports, report, check)));
        if (encoding == null && used.format().kind().isText()) {
            lines.add("Encoding: " + encoding(imports.encoding(source), used.format()));
        }
        lines.addAll(used.asKept(report).lines(preview));
        check.ifPresent(counted -> lines.addAll(ConsentSentences.of(used.mapping(), counted)));
        ImportedConsent said = new ImportedConsent(services, used.mapping(), progress());
        lines.addAll(said.after(report, ConsentCommand.basis(consent)));
        ObjectNode json = ImportJson.of(report);
        json.set("mapping", used.json(preview));
        return new Report(lines, json, isUseless(report) ? ExitCode.BROKEN : ExitCode.OK);
    }

    private static List<RejectedRow> rejected(ImportService imports, ImportReport report, Optional<ImportCheck> check) {
        return check.map(ImportCheck::rejected)
                .orElseGet(() ->
                        imports.rejected(List.of(report.importId()), REJECTED).rows());
    }

    /// Whether not one row of it could be used.
    private static boolean isUseless(ImportReport report) {
        return report.usable() == 0 && report.read() > 0;
    }

    private void remember(Services services, ImportPreview preview, UsedMapping used) {
        if (remembered != null && !dryRun) {
            services.mappings()
                    .save(SavedMapping.of(remembered, preview, used.mapping()).withFiles(entries));
        }
    }

    private static String encoding(EncodingGuess guess, FileFormat format) {
        return guess.encoding().equals(format.encoding())
                ? guess.words()
                : format.encoding().label() + ", as saved; the file by itself looks like " + guess.words()
                        + ". --encoding takes another.";
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(folder(), Words.given(file, "FILE")));
        entries.forEach(entry -> words.addAll(List.of("--entry", entry)));
        Optional.ofNullable(encoding).ifPresent(name -> words.addAll(List.of("--encoding", name)));
        Optional.ofNullable(decimal).ifPresent(mark -> words.addAll(List.of("--decimal", mark)));
        Optional.ofNullable(layout).ifPresent(text -> words.addAll(List.of("--layout", text)));
        words.addAll(arguments.words());
        words.addAll(consent.equals("none") ? List.of() : List.of("--consent", consent));
        return words;
    }

    private Report mended(ImportService imports, Path source) {
        RejectedOptions.check(Words.given(spec, "The options"));
        UnaryOperator<FileFormat> written =
                format -> encoding == null ? format : format.withEncoding(Encoding.of(encoding));
        List<ImportReport> reports = dryRun
                ? imports.dryRunMended(source, written, progress())
                : imports.importMended(source, written, progress());
        writeRejected(imports, reports);
        List<String> lines = new ArrayList<>();
        ArrayNode json = Json.mapper().createArrayNode();
        reports.forEach(report -> {
            lines.addAll(ImportWords.lines(report, (dryRun ? "Would import" : "Imported") + " mended rows of"));
            json.add(ImportJson.of(report));
        });
        return Report.of(lines, json);
    }

    private void writeRejected(ImportService imports, List<ImportReport> reports) {
        if (rejected != null) {
            imports.writeQuarantine(reports.stream().map(ImportReport::importId).toList(), Words.withFolder(rejected));
        }
    }

    private UsedMapping used(Services services, Source source) {
        FileFormat seen = services.imports().detect(source);
        FileFormat written = encoding == null ? seen : seen.withEncoding(Encoding.of(encoding));
        FileFormat detected = layout == null ? written : written.withLayout(layout);
        UsedMapping found = chosen(services, source, decimal == null ? detected : detected.withDecimalMark(mark()));
        UsedMapping marked = decimal == null ? found : found.in(found.format().withDecimalMark(mark()));
        return encoding == null ? marked : marked.in(marked.format().withEncoding(Encoding.of(encoding)));
    }

    private DecimalMark mark() {
        return Choices.of("--decimal", Words.given(decimal, "MARK"), DecimalMark.values());
    }

    private UsedMapping chosen(Services services, Source source, FileFormat detected) {
        if (preset != null && mappingName != null) {
            throw ProblemException.of(
                    "cli.preset-or-mapping",
                    "--preset and --mapping both say what the columns mean.",
                    "Leave out one of them.");
        }
        if (preset != null) {
            return UsedMapping.preset(services.imports(), preset, source, detected);
        }
        return mappingName != null
                ? UsedMapping.named(services.mappings(), mappingName, source, detected)
                : UsedMapping.fitting(services, source, detected, guess);
    }
}
