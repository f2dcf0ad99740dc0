package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rows and columns of a preset's files mean.
///
/// @param columns      those that a file lacks are left out; `(line)` stands for the number of the line
/// @param rest         what all other columns are: property, attribute or ignored
/// @param constantType as in [Mapping]
/// @param typeRules    as in [Mapping]; those about columns that a file lacks are left out
/// @param valueFactors as in [Mapping]
/// @param time         how times are written; looked up in the first rows if not given
/// @param userIdForm   as in [Mapping]; as written if not given
/// @param filters      as in [Mapping]; those about columns that a file lacks are left out
/// @param consents     what values mean, by column of consent as `columns` names it; the usual words if not given
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PresetMapping(
        RowKind rows,
        List<PresetColumn> columns,
        ColumnRole rest,
        String constantType,
        List<TypeRule> typeRules,
        List<String> valueFactors,
        PresetTime time,
        UserIdForm userIdForm,
        List<RowFilter> filters,
        Map<String, ConsentValues> consents) {
    public PresetMapping {
        columns = PresetText.list(columns);
        constantType = PresetText.text(constantType);
        typeRules = PresetText.list(typeRules);
        valueFactors = PresetText.list(valueFactors);
        rest = orIgnored(rest);
        time = orDetected(time);
        userIdForm = orWritten(userIdForm);
        filters = PresetText.list(filters);
        consents = Map.copyOf(Objects.requireNonNullElse(consents, Map.of()));
    }

    /// How times are written.
    ///
    /// @param kind    a [TimeKind]; blank to look it up in the first rows
    /// @param pattern for [TimeKind#PATTERN]
    /// @param zone    of times that name none; UTC if not given
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PresetTime(String kind, String pattern, String zone) {
        static final PresetTime DETECTED = new PresetTime("", "", "");

        public PresetTime {
            kind = PresetText.text(kind);
            pattern = PresetText.text(pattern);
            zone = PresetText.text(zone);
            if (!kind.isEmpty()) {
                format(kind, pattern, zone);
            }
        }

        private static TimeFormat format(String kind, String pattern, String zone) {
            return new TimeFormat(TimeKind.valueOf(kind), pattern, zone.isBlank() ? "UTC" : zone).checked();
        }

        Optional<TimeFormat> format() {
            return kind.isEmpty() ? Optional.empty() : Optional.of(format(kind, pattern, zone));
        }
    }

    private static ColumnRole orIgnored(@Nullable ColumnRole rest) {
        return Objects.requireNonNullElse(rest, ColumnRole.IGNORED);
    }

    private static PresetTime orDetected(@Nullable PresetTime time) {
        return Objects.requireNonNullElse(time, PresetTime.DETECTED);
    }

    private static UserIdForm orWritten(@Nullable UserIdForm form) {
        return Objects.requireNonNullElse(form, UserIdForm.AS_WRITTEN);
    }

    /// The mapping for a file with these first rows.
    Mapping mapping(ImportPreview preview) {
        List<MappedColumn> mapped = new ArrayList<>();
        Set<String> names = new HashSet<>(KeptColumns.NAMED.values());
        columns.stream()
                .filter(column -> !column.isPattern())
                .forEach(column -> names.add(column.as(column.column()).name()));
        for (ColumnProfile profile : preview.columns()) {
            mapped.add(column(profile.name())
                    .map(known -> known.isPattern()
                            ? renamed(typed(known.as(profile.name()), profile), names)
                            : known.as(profile.name()))
                    .orElseGet(() -> other(profile, names)));
        }
        column(Mapping.LINE).ifPresent(line -> mapped.add(MappedColumn.of(Mapping.LINE, line.role())));
        List<String> present = preview.columnNames();
        List<TypeRule> rules = typeRules.stream()
                .filter(rule -> present.contains(rule.column()))
                .toList();
        List<String> factors = present.containsAll(valueFactors) ? valueFactors : List.of();
        Mapping plain =
                new Mapping(Mapping.VERSION, rows, mapped, constantType, rules, factors, time(preview), userIdForm);
        return plain.withFilters(filters.stream()
                        .filter(filter -> present.contains(filter.column()))
                        .toList())
                .withConsents(consents(mapped));
    }

    private Map<String, ConsentValues> consents(List<MappedColumn> mapped) {
        Map<String, ConsentValues> found = new TreeMap<>();
        for (MappedColumn column : mapped) {
            column(column.column())
                    .filter(known -> column.role() == ColumnRole.CONSENT && consents.containsKey(known.column()))
                    .ifPresent(known ->
                            found.put(column.column(), consents.getOrDefault(known.column(), ConsentValues.USUAL)));
        }
        return found;
    }

    /// What the preset says of a column: by its name, else by how it starts.
    private Optional<PresetColumn> column(String name) {
        return Stream.of(false, true)
                .flatMap(pattern ->
                        columns.stream().filter(column -> column.isPattern() == pattern && column.isAbout(name)))
                .findFirst();
    }

    private MappedColumn other(ColumnProfile profile, Set<String> names) {
        MappedColumn column =
                new MappedColumn(profile.name(), rest, MappingGuess.keptName(profile.name()), FieldType.TEXT);
        return renamed(typed(column, profile), names);
    }

    private static MappedColumn typed(MappedColumn column, ColumnProfile profile) {
        boolean nested = profile.examples().stream().anyMatch(value -> value.startsWith("[") || value.startsWith("{"));
        FieldType type = MappingGuess.fieldType(profile);
        boolean iso = profile.time().filter(time -> time.kind() == TimeKind.ISO).isPresent();
        return new MappedColumn(
                column.column(),
                nested ? ColumnRole.IGNORED : column.role(),
                column.name(),
                type == FieldType.DATE && !iso ? FieldType.TEXT : type);
    }

    private static MappedColumn renamed(MappedColumn column, Set<String> names) {
        String base = column.name().isEmpty() ? "value" : column.name();
        String name = base;
        for (int n = 2; !names.add(name); n++) {
            name = base + "_" + n;
        }
        return column.named(name);
    }

    private TimeFormat time(ImportPreview preview) {
        Optional<TimeFormat> known = time.format();
        return known.isPresent() ? known.get() : detected(preview);
    }

    private TimeFormat detected(ImportPreview preview) {
        return preview.columns().stream()
                .filter(profile -> column(profile.name())
                        .filter(column -> column.role() == ColumnRole.TIME)
                        .isPresent())
                .flatMap(profile -> profile.time().stream())
                .findFirst()
                .orElse(TimeFormat.iso());
    }
}
