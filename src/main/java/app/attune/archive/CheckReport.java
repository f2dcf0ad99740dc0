package app.attune.archive;

import app.attune.core.Problem;
import java.util.List;
import java.util.Optional;

/// What a check of a workspace compared and found.
///
/// @param tables   whose rows were compared with their sums
/// @param backups  whose bytes were compared with their checksums
/// @param problems empty if everything is what was saved
/// @param contents what the store holds; empty if it is not what was saved
/// @param newest   the name of the newest backup that is what it was when it was made
public record CheckReport(
        int tables,
        long rows,
        int backups,
        List<Problem> problems,
        Optional<StoreContents> contents,
        Optional<String> newest) {
    public CheckReport {
        problems = List.copyOf(problems);
    }

    public boolean isWhole() {
        return problems.isEmpty();
    }
}
