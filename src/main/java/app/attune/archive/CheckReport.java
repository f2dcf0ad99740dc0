package app.attune.archive;

import app.attune.core.Problem;
import java.util.List;

/// What a check of a workspace compared and found.
///
/// @param tables   whose rows were compared with their sums
/// @param backups  whose bytes were compared with their checksums
/// @param problems empty if everything is what was saved
public record CheckReport(int tables, long rows, int backups, List<Problem> problems) {
    public CheckReport {
        problems = List.copyOf(problems);
    }

    public boolean isWhole() {
        return problems.isEmpty();
    }
}
