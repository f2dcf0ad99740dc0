package app.attune.events;

import app.attune.core.Problem;
import java.util.List;

/// What became of an import of some files: a report of each that was imported, a problem for each that was not.
public record ImportOutcome(List<ImportReport> reports, List<Problem> failures) {
    public ImportOutcome {
        reports = List.copyOf(reports);
        failures = List.copyOf(failures);
    }

    /// All of them together.
    public ImportReport total() {
        return ImportReport.together(reports);
    }

    public List<Long> importIds() {
        return reports.stream().map(ImportReport::importId).toList();
    }
}
