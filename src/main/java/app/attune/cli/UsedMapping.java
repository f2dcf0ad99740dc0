package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.AmountSentences;
import app.attune.events.CodeSentences;
import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.FittingMapping;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.MappingWords;
import app.attune.events.Preset;
import app.attune.events.Recognition;
import app.attune.events.RowKind;
import app.attune.events.SavedMapping;
import app.attune.events.TimeSentences;
import app.attune.events.ValueGuess;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.FormatChoices;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a file is read by an import, and whose choice that was.
///
/// @param source such as "guessed" or "saved as Till export"
/// @param about  what a preset says of its files and of other presets for them; else empty
record UsedMapping(FileFormat format, Mapping mapping, String source, String about) {
    private static final String GUESSED = "guessed";
    private static final List<String> GA4_LISTS = List.of("event_params", "items");

    UsedMapping(FileFormat format, Mapping mapping, String source) {
        this(format, mapping, source, "");
    }

    /// A saved mapping of this name, else one in a file.
    ///
    /// @throws ProblemException `mapping.unknown` if there is neither
    static UsedMapping named(MappingService mappings, String name, Source source, FileFormat detected) {
        Optional<SavedMapping> saved = mappings.find(name);
        if (saved.isPresent()) {
            return of(
                    FittingMapping.of(saved.get(), source, detected),
                    "saved as " + saved.get().name());
        }
        Path file = Path.of(name);
        if (!Files.exists(file) && !name.endsWith(".json")) {
            return of(FittingMapping.of(mappings.require(name), source, detected), name);
        }
        String text = Words.textOf(file);
        return Json.read(text, "The mapping").has("mapping")
                ? of(FittingMapping.of(SavedMapping.fromJson(text), source, detected), "from " + file)
                : new UsedMapping(detected, Mapping.fromJson(text), "from " + file);
    }

    /// The preset of this id, or in a file.
    static UsedMapping preset(ImportService imports, String preset, Source source, FileFormat detected) {
        return of(imports.use(imports.presets().require(preset), source, detected));
    }

    private static UsedMapping of(Recognition found) {
        String source = found.preset()
                .map(preset -> "preset " + preset.id() + ". " + found.reason())
                .orElse(GUESSED);
        String about = found.preset().map(Preset::words).orElse("");
        return new UsedMapping(found.format(), found.mapping(), source, about);
    }

    /// The saved mapping made for the columns of this file, else the preset that fits, else a guess.
    static UsedMapping fitting(Services services, Source source, FileFormat detected, boolean guess) {
        Optional<FittingMapping> saved =
                guess ? Optional.empty() : services.mappings().match(source, detected);
        return saved.map(found -> of(found, "saved as " + found.saved().name() + ", made for these columns"))
                .orElseGet(() -> guess
                        ? guessed(services.imports(), source, records(source, detected))
                        : recognised(services.imports(), source, detected));
    }

    private static UsedMapping recognised(ImportService imports, Source source, FileFormat detected) {
        UsedMapping found = of(imports.recognise(source, detected));
        FileFormat records = records(source, found.format());
        return found.source.equals(GUESSED) && !records.equals(found.format())
                ? guessed(imports, source, records)
                : found;
    }

    /// A JSON document that is one object is read from the only list of objects in it.
    private static FileFormat records(Source source, FileFormat format) {
        if (format.kind() != FileKind.JSON || !format.layout().isBlank()) {
            return format;
        }
        List<String> lists = FormatChoices.of(source, format).layouts().stream()
                .filter(place -> place.startsWith("/"))
                .toList();
        boolean one =
                lists.size() == 1 && ImportPreview.of(source, format).rows().size() <= 1;
        return one ? format.withLayout(lists.getFirst()) : format;
    }

    private static UsedMapping guessed(ImportService imports, Source source, FileFormat detected) {
        return new UsedMapping(detected, imports.guess(source, imports.preview(source, detected)), GUESSED);
    }

    private static UsedMapping of(FittingMapping found, String source) {
        String words = found.note().isEmpty() ? source : source + ". " + found.note();
        return new UsedMapping(found.saved().format(), found.saved().mapping(), words);
    }

    /// Read as this says, whatever was saved or detected.
    UsedMapping in(FileFormat read) {
        return new UsedMapping(read, mapping, source, about);
    }

    /// This column has this role, whatever was saved or detected.
    ///
    /// @throws ProblemException `cli.unknown-column`
    UsedMapping as(ColumnRole role, String column) {
        List<MappedColumn> columns = new ArrayList<>(mapping.columns());
        List<String> names = columns.stream().map(MappedColumn::column).toList();
        if (column.equals(Mapping.LINE) && !names.contains(column)) {
            columns.add(MappedColumn.of(column, ColumnRole.IGNORED));
        } else if (!names.contains(column)) {
            throw ProblemException.of(
                    "cli.unknown-column",
                    "The file has no column '" + column + "'.",
                    "Use one of: " + String.join(", ", names) + ".");
        }
        return with(mapping.withColumns(columns).withRole(column, role));
    }

    UsedMapping with(Mapping other) {
        return new UsedMapping(format, other, source, about);
    }

    /// The mapping as the rows turned out: columns whose values do not fit their type are text.
    UsedMapping asKept(ImportReport report) {
        return with(mapping.withColumns(mapping.columns().stream()
                .map(column -> report.keptAsText(column.keptName()) ? column.typed(FieldType.TEXT) : column)
                .toList()));
    }

    /// What to say of columns left out because they hold lists in lists; nothing where there are none.
    private List<String> nested(ImportPreview preview) {
        List<String> ignored = mapping.withRole(ColumnRole.IGNORED).stream()
                .map(MappedColumn::column)
                .toList();
        List<String> lists = preview.columns().stream()
                .filter(profile -> ignored.contains(profile.name())
                        && profile.examples().stream().anyMatch(value -> value.startsWith("[")))
                .map(ColumnProfile::name)
                .toList();
        if (lists.isEmpty()) {
            return List.of();
        }
        String remedy = lists.containsAll(GA4_LISTS)
                ? "For a row per item, import with --preset ga4-bigquery-items."
                : "See attune presets for layouts that read such lists.";
        return List.of("  Nested lists were left out: " + String.join(", ", lists) + ". " + remedy);
    }

    /// For people: where it is from, what it says, how times are read.
    List<String> lines(ImportPreview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("Mapping, " + source + (source.endsWith(".") ? "" : ":"));
        if (format.kind() == FileKind.JSON && !format.layout().isBlank()) {
            lines.add("  The records are those at " + format.layout() + "; --layout takes others.");
        }
        if (!about.isEmpty()) {
            lines.add("  " + about);
        }
        sentences(preview).forEach(sentence -> lines.add("  " + sentence));
        AmountSentences.hints(mapping, preview)
                .forEach(hint -> lines.add("  " + hint.sentence() + " If they are, add --amounts "
                        + quoted(hint.column().column() + "=" + hint.unit().words()) + "."));
        lines.addAll(nested(preview));
        if (source.equals(GUESSED)) {
            guessedType().ifPresent(lines::add);
            lines.add("  If that is wrong, save it with --save-mapping, change it, and give it as --mapping.");
        }
        return lines;
    }

    /// Not to be taken for what the file says.
    private Optional<String> guessedType() {
        boolean guessed = mapping.rows() == RowKind.EVENTS
                && mapping.columnOf(ColumnRole.TYPE).isEmpty()
                && mapping.typeRules().isEmpty();
        return guessed
                ? Optional.of("  No column seems to name what happened, so the event type is a guess."
                        + " If one does, add --type COLUMN.")
                : Optional.empty();
    }

    private static String quoted(String word) {
        return word.indexOf(' ') < 0 ? word : '"' + word + '"';
    }

    ObjectNode json(ImportPreview preview) {
        ObjectNode node = Json.mapper().createObjectNode().put("source", source);
        ArrayNode sentences = node.putArray("sentences");
        sentences(preview).forEach(sentences::add);
        node.set("definition", Json.mapper().valueToTree(mapping));
        return node;
    }

    private List<String> sentences(ImportPreview preview) {
        List<String> sentences = new ArrayList<>(MappingWords.of(mapping));
        sentences.addAll(AmountSentences.of(mapping, preview));
        ValueGuess.sentence(mapping, preview).ifPresent(sentences::add);
        sentences.addAll(CodeSentences.of(mapping, preview));
        TimeSentences.written(mapping, preview).ifPresent(sentences::add);
        String zone = MappingWords.zone(mapping, times(preview));
        if (!zone.isEmpty()) {
            sentences.add(
                    zone + (zone.contains("none was chosen") ? " Use --zone, such as --zone Europe/Berlin." : ""));
        }
        return sentences;
    }

    private List<String> times(ImportPreview preview) {
        return preview.columns().stream()
                .filter(profile -> mapping.columnOf(ColumnRole.TIME).equals(Optional.of(profile.name())))
                .map(ColumnProfile::examples)
                .flatMap(List::stream)
                .toList();
    }
}
