package app.attune.events;

import app.attune.core.Counted;
import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What was read before and becomes other events now: a file that is imported again with another mapping.
final class SameText {
    private SameText() {}

    /// Of files with the same rows in the same order as those of an earlier import, where rows that it took must be
    /// among those that are new now. Rows left out or rejected then may be taken now, each counting once.
    ///
    /// @param earlier finished imports, newest first
    static List<Problem> findings(ImportReport now, List<ImportReport> earlier) {
        List<ImportReport> same = earlier.reversed().stream()
                .filter(before -> now.rows() == RowKind.EVENTS && before.rows() == RowKind.EVENTS)
                .filter(before -> twice(now, before) > 0)
                .toList();
        if (same.isEmpty()) {
            return List.of();
        }
        long rows = same.stream().mapToLong(before -> twice(now, before)).max().orElseThrow();
        List<String> names = new ArrayList<>();
        same.forEach(before -> names.add(before.importId() + " (" + before.sourceName() + ")"));
        String numbers =
                same.stream().map(before -> Long.toString(before.importId())).collect(Collectors.joining(", "));
        return List.of(new Problem(
                "import.same-text",
                "The same rows were imported before with another mapping, as import " + String.join(", ", names) + ": "
                        + Counted.of(rows, "row counts twice", "rows count twice") + ", in two ways.",
                "If this import is to replace it, forget import " + numbers + ": Data, Quality, Imports in the window,"
                        + " or attune imports FOLDER forget " + same.getFirst().importId() + "."));
    }

    /// How many rows at least are new now and were taken before: both less all there are. Rows that are recognised now
    /// are not new.
    private static long twice(ImportReport now, ImportReport before) {
        long rows = 0;
        for (ImportedFile file : now.files()) {
            rows += before.files().stream()
                    .filter(other -> file.accepted() > 0 && other.accepted() > 0 && isSame(file, other))
                    .mapToLong(other -> Math.max(0, taken(other) + file.accepted() - file.read()))
                    .max()
                    .orElse(0);
        }
        return rows;
    }

    private static long taken(ImportedFile file) {
        return file.accepted() + file.alreadyPresent();
    }

    private static boolean isSame(ImportedFile one, ImportedFile other) {
        return !one.content().isEmpty() && one.content().equals(other.content()) && one.read() == other.read();
    }
}
