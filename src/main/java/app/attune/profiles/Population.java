package app.attune.profiles;

import app.attune.core.Require;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentLog;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Everybody known at one state of the data: their events and, by the same user positions, their attributes.
///
/// @param attributes one row per user of the frame, such as country, age_band, or consent as `consent_<purpose>` with
///                   the texts GRANTED and DENIED
/// @param dataHash   changes whenever events, attributes or the identity rules change
/// @param loadedAt   when the newest import was made; the epoch if there is none
public record Population(
        EventFrame events, ColumnTable attributes, String dataHash, Consents consents, Instant loadedAt) {
    /// Attributes that hold consent start with this; the purpose follows.
    public static final String CONSENT_PREFIX = ConsentLog.PREFIX;

    public Population {
        Require.that(attributes.rows() == events.userCount(), "One row of attributes per user");
    }

    /// Of users who all agreed, except where an attribute says otherwise.
    public static Population agreeing(EventFrame events, ColumnTable attributes, String dataHash) {
        return new Population(
                events, attributes, dataHash, Consents.of(attributes, ConsentBasis.ALL_AGREED), Instant.EPOCH);
    }

    Population declaring(ConsentBasis basis) {
        return new Population(events, attributes, dataHash, consents.with(basis), loadedAt);
    }

    public int size() {
        return events.userCount();
    }

    public Optional<Column> attribute(String name) {
        return attributes.column(name);
    }

    /// Midnight UTC after the last event: the first instant at which every event lies in the past. Without events,
    /// midnight UTC after the newest import, so that users known by attributes only are seen as they are.
    public Instant defaultAsOf() {
        return events.span()
                .map(span -> span.to().minusMillis(1))
                .map(Population::midnightAfter)
                .orElseGet(() -> loadedAt.equals(Instant.EPOCH) ? loadedAt : midnightAfter(loadedAt));
    }

    private static Instant midnightAfter(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
