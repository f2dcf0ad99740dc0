package app.attune.events;

import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A mapping in sentences an analyst can check.
public final class MappingWords {
    /// What it means that rows are users of their own.
    public static final String LINE_USERS = "Each row is a user of its own, called by its line: importing the file"
            + " again gives the same users only if its lines stay in their order.";

    private static final Pattern WITH_OFFSET =
            Pattern.compile(".*\\d:\\d{2}\\S*?\\s?(Z|z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern ZONE_LETTERS = Pattern.compile(".*[XxZzVO].*");

    private MappingWords() {}

    /// One sentence a line: what a row is, what single columns mean, what is kept, what is left out.
    public static List<String> of(Mapping mapping) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (mapping.rows()) {
                    case EVENTS -> "Each row is an event of a user.";
                    case USERS -> "Each row is a user.";
                    case ITEMS -> "Each row is an item.";
                });
        mapping.columns().stream()
                .filter(column -> column.role().isSingle())
                .map(column -> column.role().label() + ": " + column.column() + unit(mapping, column))
                .reduce((a, b) -> a + "; " + b)
                .ifPresent(all -> lines.add(all + "."));
        lineUsers(mapping).ifPresent(lines::add);
        rows(mapping, lines);
        kept(mapping, lines);
        return lines;
    }

    /// Empty where a column names users.
    public static Optional<String> lineUsers(Mapping mapping) {
        return mapping.columnOf(ColumnRole.USER).filter(Mapping.LINE::equals).map(line -> LINE_USERS);
    }

    private static void rows(Mapping mapping, List<String> lines) {
        mapping.typeRules().forEach(rule -> lines.add(rule.sentence() + "."));
        mapping.filters().forEach(filter -> lines.add(filter.sentence() + "."));
        if (mapping.rows() == RowKind.EVENTS && !mapping.constantType().isBlank()) {
            lines.add(constantOf(mapping) + mapping.constantType() + ".");
        }
        if (mapping.rows() != RowKind.EVENTS && AttributeChange.of(mapping.constantType()) == AttributeChange.REPLACE) {
            lines.add("A row is all there is to know: what is empty in it is forgotten.");
        }
        if (!mapping.valueFactors().isEmpty()) {
            lines.add("Value: "
                    + mapping.valueFactors().stream()
                            .map(name -> name
                                    + mapping.column(name)
                                            .map(column -> unit(mapping, column))
                                            .orElse(""))
                            .collect(Collectors.joining(" x "))
                    + ".");
        }
    }

    private static String constantOf(Mapping mapping) {
        String others = mapping.typeRules().isEmpty() ? "rows" : "other rows";
        return mapping.columnOf(ColumnRole.TYPE)
                .map(column -> "Event type of " + others + " where " + column + " is empty: ")
                .orElse("Event type of all " + others + ": ");
    }

    private static void kept(Mapping mapping, List<String> lines) {
        list(mapping, ColumnRole.PROPERTY, "Kept with the event").ifPresent(lines::add);
        list(
                        mapping,
                        ColumnRole.ATTRIBUTE,
                        mapping.rows() == RowKind.ITEMS ? "Kept with the item" : "Kept with the user")
                .ifPresent(lines::add);
        mapping.withRole(ColumnRole.CONSENT).forEach(column -> lines.add(consent(mapping, column)));
        list(mapping, ColumnRole.CONSENT_TIME, "Since when consent holds").ifPresent(lines::add);
        mapping.columns().stream()
                .filter(column -> column.notNumbers() == NotNumbers.MISSING && AmountSentences.hasUnit(mapping, column))
                .map(MappedColumn::column)
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(
                        all -> lines.add("Values that are no numbers are taken as missing and counted: " + all + "."));
        list(mapping, ColumnRole.IGNORED, "Left out").ifPresent(lines::add);
    }

    private static String consent(Mapping mapping, MappedColumn column) {
        ConsentValues values = mapping.consentOf(column.column());
        List<String> meanings = new ArrayList<>();
        meaning("granted", values.granted()).ifPresent(meanings::add);
        meaning("denied", values.denied()).ifPresent(meanings::add);
        meaning("revoked", values.revoked()).ifPresent(meanings::add);
        String other = switch (values.unknown()) {
            case KEEP_ASIDE -> "a row with anything else is rejected";
            case NOT_GRANTED -> "anything else is not granted";
        };
        return "Consent to " + column.name() + ": " + column.column() + " (" + String.join("; ", meanings) + "; "
                + other + ").";
    }

    private static Optional<String> meaning(String title, List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(title + ": " + String.join(", ", values));
    }

    private static Optional<String> list(Mapping mapping, ColumnRole role, String title) {
        return mapping.withRole(role).stream()
                .map(column -> role == ColumnRole.IGNORED ? column.column() : kept(mapping, column))
                .reduce((a, b) -> a + ", " + b)
                .map(all -> title + ": " + all + ".");
    }

    private static String unit(Mapping mapping, MappedColumn column) {
        boolean parts = column.unit() != AmountUnit.ONES && AmountSentences.hasUnit(mapping, column);
        return parts ? " in " + column.unit().words() : "";
    }

    private static String kept(Mapping mapping, MappedColumn column) {
        String as = column.name().equals(column.column()) ? column.column() : column.column() + " as " + column.name();
        return column.type() == FieldType.TEXT
                ? as
                : as + " (" + column.type().name().toLowerCase(Locale.ROOT) + unit(mapping, column) + ")";
    }

    /// How times are read and why; empty when rows have none.
    ///
    /// @param times some values of the time column
    public static String zone(Mapping mapping, List<String> times) {
        TimeFormat time = mapping.time();
        if (mapping.rows() != RowKind.EVENTS) {
            return "";
        }
        if (time.kind() != TimeKind.ISO && time.kind() != TimeKind.PATTERN) {
            return "Times are " + time.label().toLowerCase(Locale.ROOT)
                    + ", which counts in UTC wherever they were written.";
        }
        long named = time.kind() == TimeKind.PATTERN
                ? ZONE_LETTERS.matcher(time.pattern().replaceAll("'[^']*'", "")).matches() ? times.size() : 0
                : times.stream()
                        .filter(text -> WITH_OFFSET.matcher(text.strip()).matches())
                        .count();
        if (named == times.size() && !times.isEmpty()) {
            return "All times name their offset from UTC themselves, so no zone is assumed.";
        }
        String whose = named == 0 ? "All times are read as " : "Times that name no offset are read as ";
        return whose
                + time.zone()
                + (time.zone().equals("UTC")
                        ? ", because they name no zone and none was chosen. Choose one if the source writes local time."
                        : ", the zone that was chosen, and kept as UTC.");
    }
}
