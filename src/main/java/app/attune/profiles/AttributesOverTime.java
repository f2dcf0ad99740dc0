package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What is known of everybody at any time, where the data says since when. Thread-safe; remembers the last few times.
final class AttributesOverTime {
    /// Of data that names no times: what is known now was always so.
    static final AttributesOverTime CONSTANT =
            new AttributesOverTime(Optional.empty(), Optional.empty(), (asOf, progress) -> {
                throw new IllegalStateException("Nothing changes");
            });

    private static final int REMEMBERED = 4;

    private final Optional<Instant> lastRow;
    private final Optional<Instant> lastChange;
    private final BiFunction<Instant, Progress, ColumnTable> past;
    private final Map<Instant, ColumnTable> known = new LinkedHashMap<>();

    /// @param lastRow     the newest time that a row about a user names
    /// @param lastConsent the newest time of a consent
    /// @param past        asked of times not after the last of both only
    AttributesOverTime(
            Optional<Instant> lastRow, Optional<Instant> lastConsent, BiFunction<Instant, Progress, ColumnTable> past) {
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
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    Optional<ColumnTable> at(Instant asOf, Progress progress) {
        return lastChange
                .filter(change -> !change.isBefore(asOf))
                .map(change -> known(asOf).orElseGet(() -> remember(asOf, past.apply(asOf, progress))));
    }

    private synchronized Optional<ColumnTable> known(Instant asOf) {
        return Optional.ofNullable(known.get(asOf));
    }

    private synchronized ColumnTable remember(Instant asOf, ColumnTable table) {
        known.put(asOf, table);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        return table;
    }
}
