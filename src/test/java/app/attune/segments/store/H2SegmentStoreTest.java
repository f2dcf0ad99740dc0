package app.attune.segments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class H2SegmentStoreTest {
    private static final Instant SAVED = Instant.parse("2026-11-21T09:30:00.123Z");
    private static final SegmentId VIP = new SegmentId("vip");

    private final Database database = Database.inMemory("segments");
    private final H2SegmentStore store = new H2SegmentStore(database);

    @BeforeEach
    void migrate() {
        Migrations.bundled().apply(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SegmentDefinition definition(SegmentId id, int version, String name) {
        var condition = new AllOf(List.of(
                new AttributeCondition("country", Comparison.IS, List.of("Côte d'Ivoire", "'; DROP TABLE segment"))));
        return new SegmentDefinition(id, version, name, condition, "Ada", "Note " + version, SAVED);
    }

    @Test
    void everyVersionComesBackAsItWasSaved() {
        store.add(definition(VIP, 1, "VIP"));
        store.add(definition(VIP, 2, "Very important"));
        store.add(definition(new SegmentId("new"), 1, "New"));
        assertEquals(Optional.of(definition(VIP, 2, "Very important")), store.newest(VIP));
        assertEquals(List.of(definition(VIP, 2, "Very important"), definition(VIP, 1, "VIP")), store.versions(VIP));
        assertEquals(
                List.of("New", "Very important"),
                store.newest().stream().map(SegmentDefinition::name).toList());
    }

    @Test
    void namesAreInOrderWhateverTheirCase() {
        store.add(definition(VIP, 1, "Frequent VIP"));
        store.add(definition(new SegmentId("buyers"), 1, "frequent buyers"));
        store.add(definition(new SegmentId("abandoners"), 1, "Cart abandoners"));
        assertEquals(
                List.of("Cart abandoners", "frequent buyers", "Frequent VIP"),
                store.newest().stream().map(SegmentDefinition::name).toList());
    }

    @Test
    void versionThatIsNotTheNextIsRefusedAndNothingChanges() {
        store.add(definition(VIP, 1, "VIP"));
        for (int wrong : new int[] {1, 3}) {
            var thrown = assertThrows(ProblemException.class, () -> store.add(definition(VIP, wrong, "VIP")));
            assertEquals("segments.not-next-version", thrown.problem().code());
        }
        var both = List.of(definition(new SegmentId("new"), 1, "New"), definition(VIP, 1, "VIP"));
        assertThrows(ProblemException.class, () -> store.addAll(both));
        assertEquals(1, store.newest().size(), "all or none");
        assertEquals(1, store.versions(VIP).size());
    }

    @Test
    void deletedSegmentIsHiddenUntilItIsSavedAgain() {
        store.add(definition(VIP, 1, "VIP"));
        store.delete(VIP);
        assertEquals(Optional.empty(), store.newest(VIP));
        assertEquals(List.of(), store.newest());
        assertEquals(1, store.versions(VIP).size());
        store.add(definition(VIP, 2, "VIP"));
        assertEquals(2, store.newest(VIP).orElseThrow().version());
    }

    @Test
    void whatASegmentIsForBelongsToItsVersion() {
        SegmentDefinition plain = definition(VIP, 1, "VIP");
        SegmentAbout about = new SegmentAbout("Sell more", SegmentAbout.Figure.REVENUE, 12.5, "Bob", "It's new");
        SegmentDefinition told = new SegmentDefinition(
                VIP, 2, "VIP", plain.condition(), plain.author(), plain.note(), plain.savedAt(), about);
        store.add(plain);
        store.add(told);
        assertEquals(List.of(told, plain), store.versions(VIP));
    }

    @Test
    void versionsMadeBeforeSayNothingOfIt() {
        store.add(definition(VIP, 1, "VIP"));
        database.execute(connection -> connection.prepareStatement("""
                INSERT INTO segment_version (segment_id, version, name, condition_json, author, note, saved_at)
                SELECT segment_id, 2, name, condition_json, author, 'Note 2', saved_at FROM segment_version
                """).executeUpdate());
        assertEquals(definition(VIP, 2, "VIP"), store.newest(VIP).orElseThrow());
    }
}
