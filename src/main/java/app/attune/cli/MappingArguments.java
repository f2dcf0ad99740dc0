package app.attune.cli;

import app.attune.events.ColumnRole;
import app.attune.events.ImportReport;
import app.attune.events.Mapping;
import app.attune.events.RowFilter;
import app.attune.events.RowKind;
import app.attune.events.read.ImportPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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
            description =
                    "The column that names users; '(line)' makes each row a user of its own, the same one in a second"
                            + " import only if the lines stay in their order.")
    @Nullable
    private String userColumn;

    @Option(names = "--item", paramLabel = "COLUMN", description = "The column that names items.")
    @Nullable
    private String itemColumn;

    @Option(names = "--as", paramLabel = "KIND", description = "What a row is: events, users or items.")
    @Nullable
    private String kind;

    @Option(
            names = "--leave-out",
            paramLabel = "\"COLUMN TEST VALUE\"",
            description =
                    "Leaves out and counts rows, such as \"email ends with @ours.com\"; may be given several times."
                            + " Tests are: is, is not, starts with, ends with, contains, matches the pattern, is empty, is in the"
                            + " address range, is a known robot.")
    private List<String> leftOut = new ArrayList<>();

    @Mixin
    private final EventArguments events = new EventArguments();

    @Mixin
    private final NumberArguments numbers = new NumberArguments();

    /// The report without doubts that the options leave no room for.
    ImportReport sure(ImportReport report) {
        return events.sure(report);
    }

    /// As they were given, for advice.
    List<String> words() {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(zone).ifPresent(id -> words.addAll(List.of("--zone", id)));
        leftOut.forEach(filter -> words.addAll(List.of("--leave-out", filter)));
        words.addAll(events.words());
        words.addAll(numbers.words());
        return words;
    }

    /// @throws app.attune.core.ProblemException `cli.unknown-column`, `cli.bad-choice` and what the numbers ask for
    UsedMapping of(UsedMapping used, ImportPreview preview) {
        List<String> columns = preview.columnNames();
        UsedMapping changed = used;
        if (zone != null) {
            changed = changed.with(used.mapping().withTime(used.mapping().time().withZone(zone)));
        }
        changed = changed.with(
                kind == null
                        ? events.asEvents(changed.mapping())
                        : changed.mapping().withRows(Choices.of("--as", kind, RowKind.values())));
        if (userColumn != null) {
            changed = changed.as(ColumnRole.USER, userColumn);
        }
        if (itemColumn != null) {
            changed = changed.as(ColumnRole.ITEM, itemColumn);
        }
        return changed.with(filtered(numbers.of(events.of(changed.mapping(), preview), columns), columns));
    }

    private Mapping filtered(Mapping mapping, List<String> columns) {
        List<RowFilter> filters = new ArrayList<>(mapping.filters());
        for (String written : leftOut) {
            RowFilter filter = FilterWords.of(written, columns);
            if (!filters.contains(filter)) {
                filters.add(filter);
            }
        }
        return mapping.withFilters(filters);
    }
}
