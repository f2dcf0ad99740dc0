package app.attune.events.quality;

import java.time.Instant;
import java.util.List;

/// What changed from one load to another.
///
/// @param before     the last import of the first state; 0 for nothing at all
/// @param after      the last import of the second state
/// @param usersNew   users of the second state who had no event in the first
/// @param usersLost  users of the first state who have none in the second, such as those who became one person
/// @param asOf       both states are asked as of then, so that only the data differ
/// @param segments   the most changed first
/// @param attributes of users, then of items, of which anything changed
public record LoadDelta(
        long before,
        long after,
        KeyFigures figuresBefore,
        KeyFigures figuresAfter,
        long usersNew,
        long usersLost,
        Instant asOf,
        List<Membership> segments,
        List<AttributeDelta> attributes) {
    public LoadDelta {
        segments = List.copyOf(segments);
        attributes = List.copyOf(attributes);
    }

    public long eventsAdded() {
        return figuresAfter.events() - figuresBefore.events();
    }
}
