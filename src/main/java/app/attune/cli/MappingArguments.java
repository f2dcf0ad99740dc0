package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.AmountSentences;
import app.attune.events.AmountUnit;
import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of an import that change what the columns mean, whatever was saved, recognised or guessed.
final class MappingArguments {
    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Where times without an offset were written, such as Europe/Berlin (IANA); UTC if nothing says"
                            + " it.")
    @Nullable
    private String zone;

    @Option(
            names = "--user",
            paramLabel = "COLUMN",
            description = "The column that names users; '(line)' makes each row a user of its own.")
    @Nullable
    private String userColumn;

    @Option(names = "--item", paramLabel = "COLUMN", description = "The column that names items.")
    @Nullable
    private String itemColumn;

    @Option(names = "--as", paramLabel = "KIND", description = "What a row is: events, users or items.")
    @Nullable
    private String kind;

    @Option(
            names = "--amounts",
            paramLabel = "COLUMN=UNIT",
            description = "What the numbers of a column count: ones, hundredths (cents), thousandths or millionths"
                    + " (micros); may be given several times.")
    private Map<String, String> amounts = new LinkedHashMap<>();

    /// Whether any of them is given.
    boolean any() {
        return zone != null || userColumn != null || itemColumn != null || kind != null || !amounts.isEmpty();
    }

    /// As they were given, for advice.
    List<String> words() {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(zone).ifPresent(id -> words.addAll(List.of("--zone", id)));
        amounts.forEach((column, unit) -> words.addAll(List.of("--amounts", column + "=" + unit)));
        return words;
    }

    /// @param columns of the file
    /// @throws ProblemException `cli.unknown-column`, `cli.bad-choice`
    UsedMapping of(UsedMapping used, List<String> columns) {
        UsedMapping changed = used;
        if (zone != null) {
            changed = changed.with(used.mapping().withTime(used.mapping().time().withZone(zone)));
        }
        if (kind != null) {
            changed = changed.with(changed.mapping().withRows(Choices.of("--as", kind, RowKind.values())));
        }
        if (userColumn != null) {
            changed = changed.as(ColumnRole.USER, userColumn);
        }
        if (itemColumn != null) {
            changed = changed.as(ColumnRole.ITEM, itemColumn);
        }
        return changed.with(counted(changed.mapping(), columns));
    }

    private Mapping counted(Mapping mapping, List<String> columns) {
        Mapping counted = mapping;
        for (Map.Entry<String, String> one : amounts.entrySet()) {
            AmountUnit unit = Choices.of("--amounts " + one.getKey(), one.getValue(), AmountUnit.values());
            counted = counted.with(number(counted, column(counted, "--amounts", one.getKey(), columns))
                    .counting(unit));
        }
        return counted;
    }

    /// Kept as numbers, unless it is read as the value.
    private static MappedColumn number(Mapping mapping, MappedColumn column) {
        MappedColumn number = AmountSentences.hasUnit(mapping, column) ? column : column.typed(FieldType.NUMBER);
        if (AmountSentences.hasUnit(mapping, number)) {
            return number;
        }
        throw ProblemException.of(
                "cli.no-amounts",
                "--amounts: the column '" + column.column() + "' is mapped to '"
                        + column.role().label() + "', so no amounts are read of it.",
                "Leave it out, or map the column to the value or a property first (--save-mapping, --mapping).");
    }

    private static MappedColumn column(Mapping mapping, String option, String name, List<String> columns) {
        return mapping.column(name)
                .or(() -> Optional.of(MappedColumn.of(name, ColumnRole.IGNORED)).filter(own -> columns.contains(name)))
                .orElseThrow(() -> ProblemException.of(
                        "cli.unknown-column",
                        option + ": the file has no column '" + name + "'.",
                        "Use one of: " + String.join(", ", columns) + "."));
    }
}
