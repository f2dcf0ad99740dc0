package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.HistoryItem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small shop: anna bought and viewed, ben viewed once, cora refused personalisation, dan did nothing.
public final class Shop {
    public static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant START = AS_OF.minus(Duration.ofDays(10));

    private Shop() {}

    public static EventFrame frame() {
        EventFrameBuilder builder = new EventFrameBuilder();
        item(builder, "1", "Two-person tent", "Tents");
        item(builder, "2", "Alpine tent", "Tents");
        item(builder, "3", "Hiking boots", "Boots");
        item(builder, "4", "Gas stove", "Stoves");
        item(builder, "5", "Camping pot", "Stoves");
        for (String user : List.of("anna", "ben", "cora", "dan")) {
            builder.user(user);
        }
        builder.event("anna", START, "view", "1", Double.NaN);
        builder.event("anna", START.plus(Duration.ofMinutes(10)), "purchase", "1", 199);
        builder.event("anna", START.plus(Duration.ofHours(3)), "view", "4", Double.NaN);
        builder.event("ben", START.plus(Duration.ofDays(2)), "view", "3", Double.NaN);
        builder.event("cora", START.plus(Duration.ofDays(3)), "purchase", "3", 120);
        builder.event("ben", AS_OF.plus(Duration.ofDays(1)), "purchase", "2", 300);
        return builder.build();
    }

    private static void item(EventFrameBuilder builder, String id, String name, String category) {
        builder.item(id, Map.of("name", name, "category", category));
    }

    public static Population population() {
        EventFrame frame = frame();
        var rows = List.of(
                Map.of("country", "Norway", "consent_personalisation", "GRANTED"),
                Map.of("country", "Norway"),
                Map.of("country", "Chile", "consent_personalisation", "DENIED"),
                Map.<String, String>of());
        return new Population(frame, new ColumnTable(4, EventFrameBuilder.columnsOf(rows)), "hash");
    }

    /// The items of all events before the as-of time, each once.
    public static HistoryReader histories() {
        Population population = population();
        return (userIdx, asOf) -> history(population, userIdx, asOf);
    }

    private static List<HistoryItem> history(Population population, int userIdx, Instant asOf) {
        EventFrame frame = population.events();
        Set<String> items = new LinkedHashSet<>();
        for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
            if (frame.time(row) < asOf.toEpochMilli()) {
                items.add(frame.items().text(frame.item(row)));
            }
        }
        return items.stream().map(item -> new HistoryItem(new ItemId(item), 1)).toList();
    }
}
