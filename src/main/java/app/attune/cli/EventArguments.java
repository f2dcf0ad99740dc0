package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.ColumnRole;
import app.attune.events.ImportReport;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.WrittenTimes;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of an import that say of events what happened and when.
final class EventArguments {
    private static final String NONE = "(none)";

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "The column that says when; rows are events then, unless --as says otherwise.")
    @Nullable
    private String timeColumn;

    @Option(
            names = "--time-format",
            paramLabel = "PATTERN",
            description =
                    "How times are written, such as MM/dd/yyyy, \"dd.MM.yy HH:mm\" or \"M/d/yy h:mm a\" (a is AM or"
                            + " PM; yy is 2000 to 2099), or iso, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos,"
                            + " epoch-days.")
    @Nullable
    private String timeFormat;

    @Option(
            names = "--time-of-day",
            paramLabel = "COLUMN",
            description = "The column of the time of day where --time names the day only; a --time-format is then of"
                    + " both, with a blank between, such as \"MM/dd/yyyy hh:mma\".")
    @Nullable
    private String clockColumn;

    @Option(
            names = "--type",
            paramLabel = "COLUMN",
            description = "The column that names what happened, such as view or purchase; rows are events then.")
    @Nullable
    private String typeColumn;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description =
                    "The column of what events are worth, such as an amount paid; '(none)' for no column. Rows are"
                            + " events then.")
    @Nullable
    private String valueColumn;

    /// Where it is said how times are written, there is nothing to doubt.
    ImportReport sure(ImportReport report) {
        return timeFormat == null ? report : report.without("import.ambiguous-dates");
    }

    /// As they were given, for advice.
    List<String> words() {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(timeColumn).ifPresent(name -> words.addAll(List.of("--time", name)));
        Optional.ofNullable(clockColumn).ifPresent(name -> words.addAll(List.of("--time-of-day", name)));
        Optional.ofNullable(timeFormat).ifPresent(text -> words.addAll(List.of("--time-format", text)));
        Optional.ofNullable(typeColumn).ifPresent(name -> words.addAll(List.of("--type", name)));
        Optional.ofNullable(valueColumn).ifPresent(name -> words.addAll(List.of("--value", name)));
        return words;
    }

    /// The rows as events, if a column says when or what.
    Mapping asEvents(Mapping mapping) {
        if (mapping.rows() == RowKind.EVENTS || (timeColumn == null && typeColumn == null && valueColumn == null)) {
            return mapping;
        }
        return mapping.withRows(RowKind.EVENTS).withConstantType("event");
    }

    /// @throws ProblemException `cli.unknown-column`, `mapping.bad-time-pattern`
    Mapping of(Mapping mapping, ImportPreview preview) {
        Mapping changed = mapping;
        if (typeColumn != null) {
            changed = role(changed, column("--type", typeColumn, preview), ColumnRole.TYPE)
                    .withConstantType("");
        }
        if (valueColumn != null) {
            changed = valued(changed, valueColumn, preview);
        }
        if (timeColumn != null) {
            changed = WrittenTimes.read(role(changed, column("--time", timeColumn, preview), ColumnRole.TIME), preview);
        }
        if (clockColumn != null) {
            changed = clocked(changed, clockColumn, preview);
        }
        return timeFormat == null
                ? changed
                : changed.withTime(format(timeFormat).withZone(mapping.time().zone()));
    }

    private Mapping clocked(Mapping mapping, String name, ImportPreview preview) {
        Mapping clocked = WrittenTimes.read(
                role(mapping, column("--time-of-day", name, preview), ColumnRole.TIME_OF_DAY), preview);
        List<String> times = WrittenTimes.first(clocked, preview, ImportPreview.ROWS);
        if (timeFormat == null && !WrittenTimes.fits(clocked.time(), times)) {
            throw ProblemException.of(
                    "cli.no-time-of-day",
                    "--time-of-day: it is not clear how the times with '" + name + "' are written"
                            + times.stream()
                                    .limit(1)
                                    .map(text -> ", such as " + text)
                                    .findFirst()
                                    .orElse("") + ".",
                    "Say it of the day and the time of day together, such as --time-format \"MM/dd/yyyy hh:mma\".");
        }
        return clocked;
    }

    private static Mapping valued(Mapping mapping, String name, ImportPreview preview) {
        Mapping free = mapping.withValueFactors(List.of());
        if (name.equals(NONE)) {
            return free(free, ColumnRole.VALUE);
        }
        String column = column("--value", name, preview);
        return free.columnOf(ColumnRole.VALUE).equals(Optional.of(column))
                ? free
                : role(free, column, ColumnRole.VALUE);
    }

    private static String column(String option, String name, ImportPreview preview) {
        if (preview.columnNames().contains(name)) {
            return name;
        }
        throw ProblemException.of(
                "cli.unknown-column",
                option + ": the file has no column '" + name + "'.",
                "Use one of: " + String.join(", ", preview.columnNames()) + ".");
    }

    /// What had the role before is kept as a property.
    private static Mapping role(Mapping mapping, String name, ColumnRole role) {
        Mapping freed = free(mapping, role);
        return freed.column(name)
                .map(column -> freed.with(column.as(role)))
                .orElseGet(() -> freed.with(MappedColumn.of(name, role)));
    }

    private static Mapping free(Mapping mapping, ColumnRole role) {
        return mapping.withColumns(mapping.columns().stream()
                .map(column -> column.role() == role ? column.as(ColumnRole.PROPERTY) : column)
                .toList());
    }

    private static TimeFormat format(String text) {
        return Stream.of(TimeKind.values())
                .filter(kind -> kind != TimeKind.PATTERN
                        && kind.name()
                                .equals(text.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .map(TimeFormat::of)
                .orElseGet(() -> TimeFormat.ofPattern(text.strip()));
    }
}
