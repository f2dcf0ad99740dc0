package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Segments as groups of users.
final class SegmentGroupsTest {
    private static final SegmentId BUYERS = new SegmentId("buyers");

    private final Population shop = Shop.tiny();
    private final SegmentService service = new SegmentService(new FakeSegmentStore(), progress -> shop, Shop.CLOCK);

    private void save(String atLeast) {
        Condition purchases = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(atLeast));
        service.save(new SegmentDraft(BUYERS, "Buyers", purchases), "Ada", "");
    }

    @Test
    void theNewestVersionIsAskedHoweverLongTheGroupsAreKept() {
        save("1");
        UserGroups.Members kept =
                Objects.requireNonNull(SegmentGroups.of(service).get("Buyers"));
        assertEquals(4, kept.of(shop, Shop.day(100), Progress.none()).getCardinality());
        save("2");
        assertEquals(3, kept.of(shop, Shop.day(100), Progress.none()).getCardinality());
    }
}
