package app.attune.events;

import java.util.List;
import java.util.Optional;

/// What an import of some files would do, and how well their values fit the mapping. Nothing is stored.
///
/// @param report   of all files together
/// @param columns  in order of the files' columns
/// @param consents what rows say of consent, one for each column mapped to it
/// @param rejected the first thousand rows of each file that would be kept aside
public record ImportCheck(
        ImportReport report, List<ColumnCount> columns, List<ConsentCount> consents, List<RejectedRow> rejected) {
    public ImportCheck {
        columns = List.copyOf(columns);
        consents = List.copyOf(consents);
        rejected = List.copyOf(rejected);
    }

    /// The count of one column.
    public Optional<ColumnCount> column(String name) {
        return columns.stream().filter(count -> count.column().equals(name)).findFirst();
    }
}
