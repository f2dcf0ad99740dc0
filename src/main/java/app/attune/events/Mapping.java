package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.events.read.TimeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the rows and columns of a file mean.
///
/// @param version      of this format, [#VERSION]
/// @param constantType the event type where neither a rule nor a column names one; blank for none. In files of users or
///                     items what a row does where no rule says so, as [AttributeChange] words it; blank for "merge"
/// @param typeRules    asked in order, before the column of event types
/// @param valueFactors columns whose product is the value, rounded to six decimals; empty to take the value column
/// @param time         of the time column and of a load-time column
/// @param filters      leave out rows on purpose, counted by reason
/// @param consents     what values mean, by column of consent; of others [ConsentValues#USUAL]
public record Mapping(
        int version,
        RowKind rows,
        List<MappedColumn> columns,
        String constantType,
        List<TypeRule> typeRules,
        List<String> valueFactors,
        TimeFormat time,
        UserIdForm userIdForm,
        List<RowFilter> filters,
        Map<String, ConsentValues> consents) {
    /// The current version of the JSON form.
    public static final int VERSION = 1;
    /// Stands for the line of a row wherever a column can be named, so rows without an id can be called by it.
    public static final String LINE = "(line)";

    public Mapping {
        Require.that(version == VERSION, "Unknown version of a mapping: " + version);
        columns = List.copyOf(columns);
        typeRules = List.copyOf(typeRules);
        valueFactors = List.copyOf(valueFactors);
        // Mappings saved before there were filters have none.
        filters = filters == null ? List.of() : List.copyOf(filters);
        consents = consents == null ? Map.of() : Map.copyOf(new TreeMap<>(consents));
    }

    /// A mapping that leaves out no rows.
    public Mapping(
            int version,
            RowKind rows,
            List<MappedColumn> columns,
            String constantType,
            List<TypeRule> typeRules,
            List<String> valueFactors,
            TimeFormat time,
            UserIdForm userIdForm) {
        this(version, rows, columns, constantType, typeRules, valueFactors, time, userIdForm, List.of(), Map.of());
    }

    /// A mapping of events with these columns, ISO times and one event type.
    public static Mapping events(List<MappedColumn> columns, String constantType) {
        return new Mapping(
                VERSION,
                RowKind.EVENTS,
                columns,
                constantType,
                List.of(),
                List.of(),
                TimeFormat.iso(),
                UserIdForm.AS_WRITTEN);
    }

    /// Rows of another kind. What is kept by its name belongs to them: to the event, else to the user or item.
    public Mapping withRows(RowKind other) {
        ColumnRole from = other == RowKind.EVENTS ? ColumnRole.ATTRIBUTE : ColumnRole.PROPERTY;
        ColumnRole to = other == RowKind.EVENTS ? ColumnRole.PROPERTY : ColumnRole.ATTRIBUTE;
        List<MappedColumn> moved = (rows == RowKind.EVENTS) == (other == RowKind.EVENTS)
                ? columns
                : columns.stream()
                        .map(column -> column.role() == from ? column.as(to) : column)
                        .toList();
        return new Mapping(
                version, other, moved, constantType, typeRules, valueFactors, time, userIdForm, filters, consents);
    }

    public Mapping withColumns(List<MappedColumn> other) {
        return new Mapping(
                version, rows, other, constantType, typeRules, valueFactors, time, userIdForm, filters, consents);
    }

    public Mapping withConstantType(String other) {
        return new Mapping(version, rows, columns, other, typeRules, valueFactors, time, userIdForm, filters, consents);
    }

    public Mapping withTypeRules(List<TypeRule> other) {
        return new Mapping(
                version, rows, columns, constantType, other, valueFactors, time, userIdForm, filters, consents);
    }

    public Mapping withValueFactors(List<String> other) {
        return new Mapping(version, rows, columns, constantType, typeRules, other, time, userIdForm, filters, consents);
    }

    public Mapping withTime(TimeFormat other) {
        return new Mapping(
                version, rows, columns, constantType, typeRules, valueFactors, other, userIdForm, filters, consents);
    }

    public Mapping withUserIdForm(UserIdForm other) {
        return new Mapping(
                version, rows, columns, constantType, typeRules, valueFactors, time, other, filters, consents);
    }

    public Mapping withFilters(List<RowFilter> other) {
        return new Mapping(
                version, rows, columns, constantType, typeRules, valueFactors, time, userIdForm, other, consents);
    }

    public Mapping withConsents(Map<String, ConsentValues> other) {
        return new Mapping(
                version, rows, columns, constantType, typeRules, valueFactors, time, userIdForm, filters, other);
    }

    /// What the values of a column of consent mean.
    public ConsentValues consentOf(String column) {
        return consents.getOrDefault(column, ConsentValues.USUAL);
    }

    /// The same mapping with this in place of what was said of the column, if anything was.
    public Mapping with(MappedColumn column) {
        List<MappedColumn> changed = new ArrayList<>(columns);
        changed.replaceAll(mapped -> mapped.column().equals(column.column()) ? column : mapped);
        if (!changed.contains(column)) {
            changed.add(column);
        }
        return withColumns(changed);
    }

    /// What is said of a column of the file.
    public Optional<MappedColumn> column(String name) {
        return columns.stream().filter(mapped -> mapped.column().equals(name)).findFirst();
    }

    /// What the numbers of a column count.
    AmountUnit unitOf(String column) {
        return column(column).map(MappedColumn::unit).orElse(AmountUnit.ONES);
    }

    /// The same mapping with another meaning for one column; a single role moves away from the column that had it.
    public Mapping withRole(String column, ColumnRole role) {
        return withColumns(columns.stream()
                .map(mapped -> {
                    if (mapped.column().equals(column)) {
                        return mapped.as(role);
                    }
                    return role.isSingle() && mapped.role() == role ? mapped.as(ColumnRole.IGNORED) : mapped;
                })
                .toList());
    }

    /// Each row is a user of its own, called by its line.
    public Mapping withLineUsers() {
        Mapping named = column(LINE).isPresent() ? this : with(MappedColumn.of(LINE, ColumnRole.IGNORED));
        return named.withRole(LINE, ColumnRole.USER);
    }

    /// Nothing is called by its line.
    public Mapping withoutLine() {
        return withColumns(
                columns.stream().filter(mapped -> !mapped.column().equals(LINE)).toList());
    }

    public Optional<String> columnOf(ColumnRole role) {
        return columns.stream()
                .filter(mapped -> mapped.role() == role)
                .map(MappedColumn::column)
                .findFirst();
    }

    public List<MappedColumn> withRole(ColumnRole role) {
        return columns.stream().filter(mapped -> mapped.role() == role).toList();
    }

    /// Why a file with these columns cannot be imported so; empty when it can.
    public List<Problem> problems(List<String> fileColumns) {
        return new MappingProblems(this).with(fileColumns);
    }

    /// @throws ProblemException with the first of the problems, if there is any
    public void check(List<String> fileColumns) {
        problems(fileColumns).stream().findFirst().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// What a column has to be mapped to before rows of this kind can be imported.
    public List<ColumnRole> required() {
        return switch (rows) {
            case EVENTS -> List.of(ColumnRole.USER, ColumnRole.TIME);
            case USERS -> List.of(ColumnRole.USER);
            case ITEMS -> List.of(ColumnRole.ITEM);
        };
    }

    boolean usesLine() {
        return used().anyMatch(LINE::equals);
    }

    /// The columns whose values are looked at.
    Stream<String> used() {
        return Stream.of(
                        columns.stream()
                                .filter(mapped -> mapped.role() != ColumnRole.IGNORED)
                                .map(MappedColumn::column),
                        typeRules.stream().map(TypeRule::column),
                        filters.stream().map(RowFilter::column),
                        valueFactors.stream())
                .flatMap(Function.identity());
    }

    public String toJson() {
        return Json.writePretty(this);
    }

    /// @throws ProblemException `json.unreadable`
    public static Mapping fromJson(String text) {
        return Json.read(text, Mapping.class, "The mapping");
    }
}
