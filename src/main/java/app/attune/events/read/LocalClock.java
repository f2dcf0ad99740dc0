package app.attune.events.read;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Consumer;

/// Says when a time on the clocks of a zone was. A time that the clocks skip or show twice is read with the offset from
/// before the change: a skipped one is so much later, of two the first is meant. Immutable.
final class LocalClock {
    private final ZoneRules rules;
    private final Consumer<ZoneOffsetTransition> changes;

    /// @param changes gets the change of the clocks that a time had to be decided at
    LocalClock(ZoneId zone, Consumer<ZoneOffsetTransition> changes) {
        this.rules = zone.getRules();
        this.changes = changes;
    }

    /// Epoch seconds UTC.
    long seconds(LocalDateTime local) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toEpochSecond(offsets.getFirst());
        }
        ZoneOffsetTransition change = rules.getTransition(local);
        changes.accept(change);
        return local.toEpochSecond(change.getOffsetBefore());
    }
}
