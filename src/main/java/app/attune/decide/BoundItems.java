package app.attune.decide;

import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.util.Optional;

/// The item that brought somebody into a segment, if one did.
@FunctionalInterface
interface BoundItems {
    Optional<TriggerItem.Found> of(SegmentId segment);

    /// Of somebody of whom no event is known.
    static BoundItems none() {
        return segment -> Optional.empty();
    }
}
