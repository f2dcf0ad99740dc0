package app.attune.events;

import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an import of some files would do, and how well their values fit the mapping. Nothing is stored.
///
/// @param report   of all files together
/// @param columns  in order of the files' columns
/// @param rejected the first thousand rows of each file that would be kept aside
public record ImportCheck(ImportReport report, List<ColumnCount> columns, List<RejectedRow> rejected) {
    public ImportCheck {
        columns = List.copyOf(columns);
        rejected = List.copyOf(rejected);
    }

    /// Of several files with the same columns, with what else is to say about them.
    static ImportCheck together(List<ImportCheck> checks, List<Problem> more) {
        List<ColumnCount> columns = new ArrayList<>(checks.getFirst().columns());
        for (ImportCheck check : checks.subList(1, checks.size())) {
            columns.replaceAll(count -> check.columns().stream()
                    .filter(other -> other.column().equals(count.column()))
                    .findFirst()
                    .map(count::plus)
                    .orElse(count));
        }
        return new ImportCheck(
                ImportReport.together(checks.stream().map(ImportCheck::report).toList())
                        .withFindings(more),
                columns,
                checks.stream().flatMap(check -> check.rejected().stream()).toList());
    }

    /// The count of one column.
    public Optional<ColumnCount> column(String name) {
        return columns.stream().filter(count -> count.column().equals(name)).findFirst();
    }
}
