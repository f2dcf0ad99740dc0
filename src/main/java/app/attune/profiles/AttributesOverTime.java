package app.attune.profiles;

import app.attune.events.ColumnTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is known of everybody at any time, where the data says since when. Thread-safe; remembers the last few times.
final class AttributesOverTime {
    /// Of data that names no times: what is known now was always so.
    static final AttributesOverTime CONSTANT = new AttributesOverTime(Optional.empty(), Optional.empty(), asOf -> {
        throw new IllegalStateException("Nothing changes");
    });

    private static final int REMEMBERED = 4;

    private final Optional<Instant> lastRow;
    private final Optional<Instant> lastChange;
    private final Function<Instant, ColumnTable> past;
    private final Map<Instant, ColumnTable> known = new LinkedHashMap<>();

    /// @param lastRow     the newest time that a row about a user names
    /// @param lastConsent the newest time of a consent
    /// @param past        asked of times before the last of both only
    AttributesOverTime(Optional<Instant> lastRow, Optional<Instant> lastConsent, Function<Instant, ColumnTable> past) {
        this.lastRow = lastRow;
        this.lastChange =
                Stream.of(lastRow, lastConsent).flatMap(Optional::stream).max(Comparator.naturalOrder());
        this.past = past;
    }

    /// The newest time that a row about a user names; empty where none does.
    Optional<Instant> lastRow() {
        return lastRow;
    }

    /// Empty if the newest attributes are those of that time.
    Optional<ColumnTable> at(Instant asOf) {
        return lastChange.filter(asOf::isBefore).map(change -> remembered(asOf));
    }

    private synchronized ColumnTable remembered(Instant asOf) {
        ColumnTable table = known.computeIfAbsent(asOf, past);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        return table;
    }
}
