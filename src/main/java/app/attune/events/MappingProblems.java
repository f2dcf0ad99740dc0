package app.attune.events;

import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a mapping lacks, says twice, or asks of a file that does not have it.
record MappingProblems(Mapping mapping) {
    private static final int LONGEST_NAME = 300;
    private static final int SHOWN_OF_NAME = 40;

    /// Why a file with these columns cannot be imported so; empty when it can.
    List<Problem> with(List<String> fileColumns) {
        List<Problem> problems = new ArrayList<>();
        mapping.required().forEach(role -> {
            if (mapping.columnOf(role).isEmpty() && !(role == ColumnRole.USER && isAnonymous())) {
                problems.add(new Problem(
                        "mapping.no-" + role.name().toLowerCase(Locale.ROOT) + "-column",
                        "No column is mapped to '" + role.label() + "'.",
                        MissingRole.remedy(role)));
            }
        });
        if (mapping.rows() == RowKind.EVENTS
                && mapping.columnOf(ColumnRole.TYPE).isEmpty()
                && mapping.constantType().isBlank()) {
            problems.add(new Problem(
                    "mapping.no-event-type",
                    "No column is mapped to 'Event type' and no fixed type is given.",
                    "Choose the column, or type one name for all events, such as purchase."));
        }
        misread().ifPresent(problems::add);
        doubled(problems);
        tooLong(problems);
        timesAlone(problems);
        elsewhere(problems, fileColumns);
        return problems;
    }

    private void elsewhere(List<Problem> problems, List<String> fileColumns) {
        mapping.used()
                .filter(column -> !column.equals(Mapping.LINE) && !fileColumns.contains(column))
                .distinct()
                .forEach(column -> problems.add(new Problem(
                        "mapping.column-not-in-file",
                        "The file has no column '" + column + "'.",
                        "Check delimiter and header, or map another column.")));
    }

    /// Patterns of before that would be refused today.
    private Optional<Problem> misread() {
        return mapping.columnOf(ColumnRole.TIME)
                .flatMap(column -> mapping.time().problem());
    }

    /// Whether the rows name users by an anonymous id where they name them at all.
    private boolean isAnonymous() {
        return mapping.columnOf(ColumnRole.ANONYMOUS_ID).isPresent();
    }

    /// Such names come of headers that are none.
    private void tooLong(List<Problem> problems) {
        mapping.columns().stream()
                .filter(mapped -> mapped.role() != ColumnRole.IGNORED
                        && !mapped.role().isSingle()
                        && mapped.keptName().length() > LONGEST_NAME)
                .forEach(mapped -> problems.add(new Problem(
                        "mapping.long-name",
                        "The name '" + mapped.keptName().substring(0, SHOWN_OF_NAME) + "…' has "
                                + mapped.keptName().length() + " characters; at most " + LONGEST_NAME + " are kept.",
                        "Give the column a shorter name, leave it out, or check delimiter and header.")));
    }

    /// A time that belongs to no consent would be read for nothing.
    private void timesAlone(List<Problem> problems) {
        mapping.withRole(ColumnRole.CONSENT_TIME).stream()
                .filter(time -> mapping.withRole(ColumnRole.CONSENT).stream()
                        .noneMatch(consent -> consent.name().equals(time.name())))
                .forEach(time -> problems.add(new Problem(
                        "mapping.consent-time-alone",
                        "The column '" + time.column() + "' says since when '" + time.name()
                                + "' is consented to, but no column says whether it is.",
                        "Give it the name of a purpose that a column is mapped to as consent, or another meaning.")));
    }

    private void doubled(List<Problem> problems) {
        Map<ColumnRole, Long> roles = mapping.columns().stream()
                .map(MappedColumn::role)
                .filter(ColumnRole::isSingle)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        roles.forEach((role, count) -> {
            if (count > 1) {
                problems.add(new Problem(
                        "mapping.role-twice",
                        count + " columns are mapped to '" + role.label() + "'.",
                        "Keep one of them and make the others properties."));
            }
        });
        Map<String, Long> names = mapping.columns().stream()
                .flatMap(mapped -> keptAs(mapped).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        names.forEach((name, count) -> {
            if (count > 1 || name.endsWith(" ")) {
                problems.add(new Problem(
                        "mapping.name-twice",
                        count > 1 ? count + " columns become " + name + "." : "A column has no name to be kept under.",
                        "Give each kept column a name of its own."));
            }
        });
    }

    private Optional<String> keptAs(MappedColumn mapped) {
        return switch (mapped.role()) {
            case PROPERTY -> Optional.of("property " + mapped.keptName());
            case ATTRIBUTE, CONSENT, CONSENT_TIME -> Optional.of("attribute " + mapped.keptName());
            case LOAD_TIME, ANONYMOUS_ID, SESSION, CURRENCY ->
                mapping.rows() == RowKind.USERS && mapped.role() == ColumnRole.ANONYMOUS_ID
                        ? Optional.of("attribute " + KeptColumns.NAMED.getOrDefault(mapped.role(), ""))
                        : mapping.rows() == RowKind.EVENTS
                                ? Optional.of("property " + KeptColumns.NAMED.getOrDefault(mapped.role(), ""))
                                : Optional.empty();
            case USER, TIME, TIME_OF_DAY, TYPE, ITEM, VALUE, EVENT_ID, IGNORED -> Optional.empty();
        };
    }
}
