package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.EventsFixture;
import app.attune.events.FrameFilter;
import app.attune.events.RowKind;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.Population;
import app.attune.profiles.PopulationBuilder;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MembershipChangesTest {
    private static final String FIRST = """
            user_id,time,event,value
            ann,2026-10-01T08:00:00Z,purchase,10
            bob,2026-10-01T08:00:00Z,view,
            cid,2026-10-01T09:00:00Z,purchase,5
            """;
    private static final String SECOND = """
            user_id,time,event,value
            bob,2026-10-02T08:00:00Z,purchase,20
            dan,2026-10-02T08:00:00Z,purchase,1
            ann,2026-10-02T08:00:00Z,refund,10
            """;

    private static SegmentDefinition segment(String name, Condition condition) {
        return new SegmentDefinition(
                new SegmentId(name.toLowerCase(java.util.Locale.ROOT)), 1, name, condition, "", "", Instant.EPOCH);
    }

    private static Condition did(String type) {
        return new EventCondition(
                List.of(type), List.of(), new Measure.Count(), new Window.AllTime(), Comparison.AT_LEAST, List.of("1"));
    }

    private static final List<SegmentDefinition> SEGMENTS = List.of(
            segment("Buyers", did("purchase")),
            segment("Loyal", new AllOf(List.of(did("purchase"), new NoneOf(List.of(did("refund")))))));

    private static Population population(EventStore store, Progress progress) {
        return new PopulationBuilder(store, new H2ProfileStore(store)).build(IdentityRules.NONE, progress);
    }

    private static MembershipChanges changes(EventsFixture fixture) {
        return new MembershipChanges(
                (id, progress) -> population(fixture.store.upTo(id), progress),
                progress -> population(fixture.store, progress),
                () -> SEGMENTS);
    }

    private static Membership.Movers movers(String entered, String left) {
        return new Membership.Movers(
                entered.isEmpty() ? List.of() : List.of(entered.split(" ")),
                left.isEmpty() ? List.of() : List.of(left.split(" ")));
    }

    @Test
    void aLoadTellsWhatItAddedAndWhomItMoved(@TempDir Path folder) throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            fixture.importText(folder, FIRST);
            fixture.importText(folder, SECOND);
            LoadDelta delta = changes(fixture).of(1, 2, Progress.none());
            assertEquals(3, delta.eventsAdded());
            assertEquals(1, delta.usersNew());
            assertEquals(0, delta.usersLost());
            assertEquals(new KeyFigures(3, 3, 0, 2, 15), delta.figuresBefore());
            assertEquals(new KeyFigures(6, 4, 0, 4, 36), delta.figuresAfter());
            assertEquals(Instant.parse("2026-10-03T00:00:00Z"), delta.asOf());
            assertEquals(
                    List.of(
                            new Membership("Loyal", 2, 3, 2, 1, movers("bob dan", "ann")),
                            new Membership("Buyers", 2, 4, 2, 0, movers("bob dan", ""))),
                    delta.segments());
            LoadDelta all = changes(fixture).of(0, 2, Progress.none());
            assertEquals(6, all.eventsAdded());
            assertEquals(4, all.usersNew());
            assertEquals(KeyFigures.NONE, all.figuresBefore());
        }
    }

    @Test
    void leavingEventsOutMovesWhoOwesThemTheirMembership(@TempDir Path folder) throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            fixture.importText(folder, FIRST);
            fixture.importText(folder, SECOND);
            EventFrame frame = fixture.frame();
            long second = Instant.parse("2026-10-02T00:00:00Z").toEpochMilli();
            EventFrame first = FrameFilter.of(frame, row -> frame.time(row) < second, "first", Progress.none());
            assertEquals(3, first.eventCount());
            assertEquals(4, first.userCount());
            assertEquals(
                    List.of(
                            new Membership("Loyal", 3, 2, 1, 2, movers("ann", "bob dan")),
                            new Membership("Buyers", 4, 2, 0, 2, movers("", "bob dan"))),
                    changes(fixture).with(first, Progress.none()));
        }
    }

    @Test
    void attributesThatWereSetChangedOrRemovedAreCounted(@TempDir Path folder) throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            fixture.importText(folder, "user_id,country,vip\nann,DE,yes\nbob,AT,\n");
            fixture.importText(folder, "user_id,country,vip\nann,AT,yes\nbob,AT,no\ncid,CH,\n");
            List<AttributeDelta> attributes =
                    changes(fixture).of(1, 2, Progress.none()).attributes();
            assertEquals(
                    List.of(
                            new AttributeDelta(RowKind.USERS, "country", 1, 1, 0),
                            new AttributeDelta(RowKind.USERS, "vip", 1, 0, 0)),
                    attributes);
            assertEquals(
                    "country: set for 1 user, changed for 1 user",
                    attributes.getFirst().words());
        }
    }

    @Test
    void aValueThatIsWrittenOtherwiseIsTheSame(@TempDir Path folder) throws IOException {
        try (EventsFixture fixture = new EventsFixture()) {
            fixture.importText(folder, "user_id,points,joined\nann,7.50,2026-10-01\nbob,8,2026-10-02\n");
            fixture.importText(folder, "user_id,points,joined\nann,7.5,2026-10-01T00:00:00Z\nbob,8,2026-10-03\n");
            fixture.importText(folder, "user_id,points,joined\ncid,many,later\n");
            MembershipChanges changes = changes(fixture);
            assertEquals(
                    List.of(new AttributeDelta(RowKind.USERS, "joined", 0, 1, 0)),
                    changes.of(1, 2, Progress.none()).attributes());
            assertEquals(
                    List.of(
                            new AttributeDelta(RowKind.USERS, "joined", 1, 0, 0),
                            new AttributeDelta(RowKind.USERS, "points", 1, 0, 0)),
                    changes.of(2, 3, Progress.none()).attributes());
        }
    }
}
