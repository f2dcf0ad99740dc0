package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Few users, items and days, so that pairs repeat and times are equal; and its interactions as plain rows.
final class RandomShop {
    /// One interaction.
    record Event(String user, String item, long time) {}

    private RandomShop() {}

    static Population population(long seed, int events) {
        SplittableRandom random = Seeds.stream(seed, "random shop");
        EventFrameBuilder builder = new EventFrameBuilder();
        int users = 3 + random.nextInt(12);
        int items = 2 + random.nextInt(10);
        for (int i = 0; i < events; i++) {
            builder.event(
                    "u" + random.nextInt(users),
                    Shop.day(random.nextInt(70)),
                    random.nextBoolean() ? "purchase" : "view",
                    Integer.toString(1 + random.nextInt(items)),
                    Double.NaN);
        }
        return Shop.population(builder.build());
    }

    static InteractionLog log(long seed, int events) {
        return InteractionSelection.select(
                population(seed, events),
                InteractionOptions.once(Map.of("purchase", 3.0, "view", 1.0)),
                Progress.none());
    }

    static List<Event> rows(InteractionLog log) {
        List<Event> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            rows.add(new Event(log.user(row).value(), log.item(row).value(), log.times()[row]));
        }
        return rows;
    }
}
