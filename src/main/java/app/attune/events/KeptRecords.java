package app.attune.events;

import java.util.HashMap;
import java.util.Map;

/// The rejected records of one import by the line they stand at, for files of rejected rows that do not number them.
final class KeptRecords {
    /// There are several.
    static final long SHARED = -1;

    private final Map<Long, Long> byLine = new HashMap<>();

    void take(KeptRow row) {
        byLine.merge(row.rejection().line(), row.record(), (one, other) -> one.equals(other) ? one : SHARED);
    }

    /// The number of the only one, [#SHARED], or 0 if there is none.
    long at(long line) {
        return byLine.getOrDefault(line, 0L);
    }
}
