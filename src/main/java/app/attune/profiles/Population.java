package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentLog;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Everybody known at one state of the data: their events and, by the same user positions, their attributes.
///
/// @param attributes one row per user of the frame, such as country, age_band, or consent as `consent_<purpose>` with
///                   the texts GRANTED and DENIED
/// @param dataHash   changes whenever events, attributes or the identity rules change
/// @param loadedAt   when the newest import was made; the epoch if there is none
/// @param overTime   the attributes at earlier times, see [#asOf]
/// @param firstKnown since when there is each user, see [#knownAt]
public record Population(
        EventFrame events,
        ColumnTable attributes,
        String dataHash,
        Consents consents,
        Instant loadedAt,
        AttributesOverTime overTime,
        FirstKnown firstKnown) {
    /// Attributes that hold consent start with this; the purpose follows.
    public static final String CONSENT_PREFIX = ConsentLog.PREFIX;

    public Population {
        Require.that(attributes.rows() == events.userCount(), "One row of attributes per user");
    }

    /// Of users who all agreed, except where an attribute says otherwise.
    public static Population agreeing(EventFrame events, ColumnTable attributes, String dataHash) {
        return new Population(
                events,
                attributes,
                dataHash,
                Consents.of(attributes, ConsentBasis.ALL_AGREED),
                Instant.EPOCH,
                AttributesOverTime.CONSTANT,
                FirstKnown.of(attributes));
    }

    /// The same users, of whom the first row holds since these times in epoch milliseconds.
    public Population firstKnown(long[] rows) {
        return new Population(events, attributes, dataHash, consents, loadedAt, overTime, new FirstKnown(rows));
    }

    /// The same users with other events, at the same positions.
    public Population withEvents(EventFrame others) {
        return new Population(others, attributes, others.dataHash(), consents, loadedAt, overTime, firstKnown);
    }

    /// Everybody with the attributes as they were at a time, as far as the data says when they changed: before their
    /// first change users have none, nor after they were deleted. Like an event, a change at that very time is not
    /// known yet. Events are the same.
    public Population asOf(Instant asOf) {
        return asOf(asOf, Progress.none());
    }

    /// As [#asOf(Instant)].
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public Population asOf(Instant asOf, Progress progress) {
        return overTime.at(asOf, progress)
                .map(then -> new Population(
                        events, then, dataHash, consents, loadedAt, AttributesOverTime.CONSTANT, firstKnown))
                .orElse(this);
    }

    /// The users who were known at a time, by an event or a row about them before it. Of data that
    /// names no times for rows these are all that rows speak of.
    public RoaringBitmap knownAt(Instant asOf) {
        return firstKnown.at(events, asOf);
    }

    /// Whether [#knownAt] has the user.
    public boolean isKnownAt(Instant asOf, int userIdx) {
        return firstKnown.is(events, userIdx, asOf);
    }

    /// Since when the first row about the user holds, in epoch milliseconds; [AttributeHistory#NEVER] for one that only
    /// events tell of.
    public long firstRow(int userIdx) {
        return firstKnown.row(events, userIdx);
    }

    /// Whether the data says since when attributes are as they are.
    public boolean changes() {
        return overTime.lastRow().isPresent();
    }

    Population declaring(ConsentBasis basis) {
        return new Population(events, attributes, dataHash, consents.with(basis), loadedAt, overTime, firstKnown);
    }

    /// All users, whenever they are known from.
    public int size() {
        return events.userCount();
    }

    public Optional<Column> attribute(String name) {
        return attributes.column(name);
    }

    /// Midnight UTC after the last event and the last change of a user that names its time: the first instant at which
    /// all of them lie in the past. Without any, midnight UTC after the newest import, so that users known by
    /// attributes only are seen as they are.
    public Instant defaultAsOf() {
        Optional<Instant> lastEvent = events.span().map(span -> span.to().minusMillis(1));
        return Stream.of(lastEvent, overTime.lastRow())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
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
