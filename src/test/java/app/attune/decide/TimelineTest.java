package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private static Timeline timeline(EventFrame frame, Instant asOf) {
        return Timeline.of(frame, new FrameCatalogue(frame), 0, asOf);
    }

    @Test
    void eventsAreNewestFirstInVisitsWithoutTheFuture() {
        EventFrame frame = Shop.frame();
        Timeline anna = timeline(frame, Shop.AS_OF);
        assertEquals(2, anna.visits().size());
        assertEquals(3, anna.events());
        assertEquals("Gas stove", anna.visits().get(0).events().get(0).itemName());
        assertEquals(
                List.of("purchase", "view"),
                anna.visits().get(1).events().stream().map(Timeline.Event::type).toList());
        assertEquals(
                1, Timeline.of(frame, new FrameCatalogue(frame), 1, Shop.AS_OF).events());
    }

    @Test
    void gapOfExactlyHalfAnHourKeepsTheVisitTogether() {
        EventFrame together = new EventFrameBuilder()
                .event("u", NOON, "view", "", Double.NaN)
                .event("u", NOON.plus(Timeline.GAP), "view", "", Double.NaN)
                .event("u", NOON.plus(Timeline.GAP.multipliedBy(2)).plusMillis(1), "view", "", Double.NaN)
                .build();
        Timeline timeline = timeline(together, NOON.plus(Duration.ofDays(1)));
        assertEquals(2, timeline.visits().size());
        assertEquals(NOON, timeline.visits().get(1).from());
        assertEquals(NOON.plus(Timeline.GAP), timeline.visits().get(1).to());
    }

    @Test
    void onlyTheNewestEventsOfABusyUserAreShown() {
        EventFrameBuilder busy = new EventFrameBuilder();
        for (int i = 0; i < Timeline.MOST + 7; i++) {
            busy.event("u", NOON.plusSeconds(i), "view", "a", i);
        }
        Timeline timeline = timeline(busy.build(), NOON.plus(Duration.ofDays(1)));
        assertEquals(Timeline.MOST + 7, timeline.events());
        assertEquals(Timeline.MOST, timeline.eventsShown());
        assertEquals(Timeline.MOST, timeline.visits().get(0).events().size());
    }

    @Test
    void userWithoutEventsHasNoVisits() {
        EventFrameBuilder nobody = new EventFrameBuilder();
        nobody.user("u");
        assertEquals(List.of(), timeline(nobody.build(), NOON).visits());
    }
}
