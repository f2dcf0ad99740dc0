package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.AmountSentences;
import app.attune.events.AmountUnit;
import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.NotNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/// The options of an import that say of columns whether they are numbers, and in what their amounts are.
final class NumberArguments {
    @Option(
            names = "--amounts",
            paramLabel = "COLUMN=UNIT",
            description = "What the numbers of a column count: ones, hundredths (cents), thousandths or millionths"
                    + " (micros); may be given several times.")
    private Map<String, String> amounts = new LinkedHashMap<>();

    @Option(
            names = "--numbers",
            paramLabel = "COLUMN",
            description = "A column of numbers; values that are none are taken as missing, counted and told with their"
                    + " lines. May be given several times.")
    private List<String> numbers = new ArrayList<>();

    @Option(
            names = "--words",
            paramLabel = "COLUMN",
            description = "A column kept as words, even if it looks like numbers; may be given several times.")
    private List<String> words = new ArrayList<>();

    /// As they were given, for advice.
    List<String> words() {
        List<String> given = new ArrayList<>();
        amounts.forEach((column, unit) -> given.addAll(List.of("--amounts", column + "=" + unit)));
        numbers.forEach(column -> given.addAll(List.of("--numbers", column)));
        words.forEach(column -> given.addAll(List.of("--words", column)));
        return given;
    }

    /// @param columns of the file
    /// @throws ProblemException `cli.unknown-column`, `cli.bad-choice`, `cli.no-numbers`, `cli.no-words`
    Mapping of(Mapping mapping, List<String> columns) {
        Mapping changed = mapping;
        for (String name : words) {
            changed = new Named("--words", name).in(changed, columns, NumberArguments::words);
        }
        for (String name : numbers) {
            Mapping before = changed;
            changed = new Named("--numbers", name)
                    .in(
                            changed,
                            columns,
                            column -> number(before, "--numbers", column).otherwise(NotNumbers.MISSING));
        }
        for (Map.Entry<String, String> one : amounts.entrySet()) {
            Mapping before = changed;
            AmountUnit unit = Choices.of("--amounts " + one.getKey(), one.getValue(), AmountUnit.values());
            changed = new Named("--amounts", one.getKey())
                    .in(
                            changed,
                            columns,
                            column -> number(before, "--amounts", column).counting(unit));
        }
        return changed;
    }

    /// A column that an option names.
    private record Named(String option, String name) {
        Mapping in(Mapping mapping, List<String> columns, UnaryOperator<MappedColumn> change) {
            MappedColumn column = mapping.column(name)
                    .or(() -> Optional.of(MappedColumn.of(name, ColumnRole.IGNORED))
                            .filter(own -> columns.contains(name)))
                    .orElseThrow(() -> ProblemException.of(
                            "cli.unknown-column",
                            option + ": the file has no column '" + name + "'.",
                            "Use one of: " + String.join(", ", columns) + "."));
            return mapping.with(change.apply(column));
        }
    }

    private static MappedColumn words(MappedColumn column) {
        if (column.role().isKeptByName()) {
            return column.typed(FieldType.TEXT);
        }
        throw meansElse("cli.no-words", "--words", column, "so it is not kept under its name.");
    }

    /// Kept as numbers, unless it is read as the value.
    private static MappedColumn number(Mapping mapping, String option, MappedColumn column) {
        MappedColumn number = AmountSentences.hasUnit(mapping, column) ? column : column.typed(FieldType.NUMBER);
        if (AmountSentences.hasUnit(mapping, number)) {
            return number;
        }
        throw meansElse("cli.no-numbers", option, column, "so no numbers are read of it.");
    }

    private static ProblemException meansElse(String code, String option, MappedColumn column, String so) {
        return ProblemException.of(
                code,
                option + ": the column '" + column.column() + "' is mapped to '"
                        + column.role().label() + "', " + so,
                "Leave it out, or map the column to a property first (--save-mapping, --mapping).");
    }
}
