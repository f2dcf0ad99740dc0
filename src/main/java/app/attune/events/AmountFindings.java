package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.FileKind;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.MarkEvidence;
import app.attune.events.read.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the first rows of a file say against the way its amounts are read.
final class AmountFindings {
    private AmountFindings() {}

    static List<Problem> of(ImportRequest request) {
        Mapping mapping = request.mapping();
        if (mapping.rows() != RowKind.EVENTS) {
            return List.of();
        }
        List<Problem> missed = missed(request);
        if (!missed.isEmpty() || request.read().kind() != FileKind.DELIMITED) {
            return missed;
        }
        List<Problem> findings = new ArrayList<>(words(mapping));
        List<String> amounts = Stream.concat(
                        mapping.columnOf(ColumnRole.VALUE).stream(), mapping.valueFactors().stream())
                .toList();
        if (!amounts.isEmpty()) {
            findings.addAll(undecided(ImportPreview.of(request.source(), request.read()), amounts));
        }
        return findings;
    }

    /// Of events without a value, beside columns of amounts.
    private static List<Problem> missed(ImportRequest request) {
        Mapping mapping = request.mapping();
        boolean valued = mapping.columnOf(ColumnRole.VALUE).isPresent()
                || !mapping.valueFactors().isEmpty();
        List<String> missed =
                valued ? List.of() : ValueGuess.missed(mapping, ImportPreview.of(request.source(), request.read()));
        if (missed.isEmpty()) {
            return List.of();
        }
        String first = missed.getFirst();
        return List.of(new Problem(
                "import.no-value",
                "No column is the value of events, so revenue will be 0. It may be '" + String.join("' or '", missed)
                        + "'.",
                "If it is, choose Value for it in the step Columns, or add --value " + quoted(first)
                        + AmountUnit.namedBy(first)
                                .map(unit -> " --amounts " + quoted(first + "=" + unit.words()))
                                .orElse("")
                        + " to the command; once it is imported, forget that import first."));
    }

    private static String quoted(String name) {
        return name.indexOf(' ') < 0 ? name : '"' + name + '"';
    }

    /// Of events without a value, beside a column whose name says that it is one.
    private static List<Problem> words(Mapping mapping) {
        if (mapping.columnOf(ColumnRole.VALUE).isPresent()
                || !mapping.valueFactors().isEmpty()) {
            return List.of();
        }
        return mapping.columns().stream()
                .filter(column -> column.role() == ColumnRole.PROPERTY && column.type() == FieldType.TEXT)
                .map(MappedColumn::column)
                .filter(name -> RoleNames.NAMES
                        .getOrDefault(ColumnRole.VALUE, List.of())
                        .contains(MappingGuess.simple(name)))
                .limit(1)
                .map(name -> new Problem(
                        "import.value-is-text",
                        "The column '" + name + "' is kept as words, so no event is worth anything.",
                        "If it is an amount, make it the value of an event: rows whose value is no number are then"
                                + " rejected, each with its line."))
                .toList();
    }

    private static List<Problem> undecided(ImportPreview preview, List<String> amounts) {
        List<Problem> findings = new ArrayList<>();
        boolean told = preview.format().delimiter() != ','
                && !MarkEvidence.ofColumns(preview.rows()).isOpen();
        for (String name : told ? List.<String>of() : amounts) {
            int position = preview.columnNames().indexOf(name);
            if (position >= 0) {
                MarkEvidence evidence = MarkEvidence.of(
                        preview.rows().stream().map(row -> row.get(position)).toList());
                if (evidence.isOpen()) {
                    findings.add(undecided(name, evidence, preview.format().decimalMark()));
                }
            }
        }
        return findings;
    }

    private static Problem undecided(String name, MarkEvidence evidence, DecimalMark mark) {
        DecimalMark other = mark == DecimalMark.POINT ? DecimalMark.COMMA : DecimalMark.POINT;
        return new Problem(
                "import.undecided-numbers",
                String.format(
                        Locale.ROOT,
                        "Numbers of '%s', such as %s, can be read in two ways, and the first rows do not tell which. It is"
                                + " read as %s; with a decimal %s it would be %s.",
                        name,
                        evidence.example(),
                        NumberText.plain(evidence.example(), mark),
                        other.name().toLowerCase(Locale.ROOT),
                        NumberText.plain(evidence.example(), other)),
                "If that is wrong, read the file with the other decimal mark (--decimal "
                        + other.name().toLowerCase(Locale.ROOT)
                        + ", or Decimal mark in the step Format); once it is imported, forget that import first.");
    }
}
