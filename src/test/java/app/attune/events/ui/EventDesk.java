package app.attune.events.ui;

import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.QueryService;
import app.attune.events.QueryTables;
import app.attune.events.store.FrameDatabase;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A data screen's surroundings: events made up, a navigator that only remembers.
final class EventDesk {
    private static final Instant START = Instant.parse("2026-08-01T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TYPES = List.of("view", "view", "view", "cart", "purchase");

    final List<Destination> visited = new ArrayList<>();
    final FakeDialogs dialogs = new FakeDialogs();
    EventFrame frame = frame(400);

    DataContext context(Tasks tasks) {
        return context(progress -> frame, tasks);
    }

    DataContext context(DataContext.Source events, Tasks tasks) {
        QueryService queries = new QueryService(
                progress -> new QueryTables(frame, ColumnTable.empty(frame.userCount())), FrameDatabase::open);
        return new DataContext(events, queries, new Kit(tasks, visited::add, dialogs, () -> {}), CLOCK);
    }

    /// Events of forty users on ninety days; every fifth is a purchase, with a value.
    static EventFrame frame(int events) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < 25; item++) {
            builder.item("sku-" + item, Map.of("name", "Roast coffee no. " + item, "category", "coffee"));
        }
        for (int i = 0; i < events; i++) {
            String type = TYPES.get(i % TYPES.size());
            boolean bought = type.equals("purchase");
            builder.event(
                    "user-" + 100 + i % 40,
                    START.plusSeconds(i * 7_776_000L / events),
                    type,
                    "sku-" + i % 25,
                    bought ? 1 + i % 90 * 1.25 : Double.NaN,
                    bought
                            ? Map.of("device", "phone", "order_id", "o" + i, "quantity", "2")
                            : Map.of("device", i % 2 == 0 ? "phone" : "desktop"));
        }
        return builder.build();
    }

    /// Two users' events with this many properties.
    static EventFrame wide(int properties) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 40; i++) {
            Map<String, String> values = new HashMap<>();
            for (int property = 0; property < properties; property++) {
                values.put("property_" + (10 + property), property % 3 == 0 ? "text " + i % 4 : "" + i * property);
            }
            builder.event("user-" + (1000 + i % 2), START.plusSeconds(i * 60L), "view", "sku-1", i, values);
        }
        return builder.build();
    }
}
