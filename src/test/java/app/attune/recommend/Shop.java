package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Small shops for tests.
public final class Shop {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    public static final InteractionOptions PURCHASES = InteractionOptions.once(Map.of("purchase", 1.0));

    private Shop() {}

    public static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }

    public static Population population(EventFrame frame) {
        return Population.agreeing(frame, ColumnTable.empty(frame.userCount()), frame.dataHash());
    }

    public static Interactions interactions(Population population, InteractionOptions options) {
        return Interactions.of(InteractionSelection.select(population, options, Progress.none()), Progress.none());
    }

    /// Four users, three items: a has 1 2, b has 1 2, c has 1 3, d has 2.
    public static Population tiny() {
        EventFrameBuilder builder = new EventFrameBuilder();
        String[][] pairs = {{"a", "1"}, {"a", "2"}, {"b", "1"}, {"b", "2"}, {"c", "1"}, {"c", "3"}, {"d", "2"}};
        for (int i = 0; i < pairs.length; i++) {
            builder.event(pairs[i][0], day(i), "purchase", pairs[i][1], Double.NaN);
        }
        return population(builder.build());
    }

    /// `users` users with `each` purchases over 100 days; tastes come in groups of items, so neighbours help.
    public static Population withTastes(int users, int each, long seed) {
        return population(tastes(new EventFrameBuilder(), users, each, seed).build());
    }

    /// The same with a catalogue: items of a group share a category and a word of their names; one item is new.
    public static Population withTraits(int users, int each, long seed) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < 200; item++) {
            builder.item("item " + item, traits(item, item / 20));
        }
        builder.item("item new", traits(200, 3));
        return population(tastes(builder, users, each, seed).build());
    }

    private static Map<String, String> traits(int item, int group) {
        return Map.of("name", "number" + item + " word" + group, "category", "c" + group, "brand", "b" + item % 7);
    }

    private static EventFrameBuilder tastes(EventFrameBuilder builder, int users, int each, long seed) {
        SplittableRandom random = Seeds.stream(seed, "shop");
        for (int user = 0; user < users; user++) {
            int taste = random.nextInt(10);
            for (int i = 0; i < each; i++) {
                int item = random.nextInt(10) < 8 ? taste * 20 + random.nextInt(20) : random.nextInt(200);
                Instant time = START.plusSeconds(random.nextLong(86_400L * 100));
                builder.event("user " + user, time, "purchase", "item " + item, Double.NaN);
            }
        }
        return builder;
    }

    /// Purchases of users u0, u1, ... of items 1, 2, ...: a 1 for each item that was taken.
    static Interactions taken(String... users) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < users.length; user++) {
            for (int item = 0; item < users[user].length(); item++) {
                if (users[user].charAt(item) == '1') {
                    builder.event("u" + user, day(item), "purchase", Integer.toString(item + 1), Double.NaN);
                }
            }
        }
        return interactions(population(builder.build()), PURCHASES);
    }

    /// The same, where a digit is what the user's interaction with the item weighs.
    static Interactions weighed(String... users) {
        EventFrameBuilder builder = new EventFrameBuilder();
        Map<String, Double> weights = new TreeMap<>();
        for (int user = 0; user < users.length; user++) {
            for (int item = 0; item < users[user].length(); item++) {
                String digit = users[user].substring(item, item + 1);
                if (!digit.equals("0")) {
                    builder.event("u" + user, day(item), "type " + digit, Integer.toString(item + 1), Double.NaN);
                    weights.put("type " + digit, Double.valueOf(digit));
                }
            }
        }
        return interactions(population(builder.build()), InteractionOptions.once(weights));
    }

    /// `groups` groups of `each` items; a user takes all the items of one group in one visit and nothing else, so an
    /// item is reached through others of its group only. Item `g-i` is the i-th of group g; a group
    /// lies on one shelf.
    public static Population inGroups(int groups, int each, int usersEach) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < groups * each; item++) {
            builder.item(item / each + "-" + item % each, Map.of("shelf", "Shelf " + item / each));
        }
        for (int user = 0; user < groups * usersEach; user++) {
            int group = user % groups;
            for (int at = 0; at < each; at++) {
                int item = (at + user / groups) % each;
                Instant time = day(user % 50).plusSeconds(60L * at);
                builder.event("user " + user, time, "purchase", group + "-" + item, Double.NaN);
            }
        }
        return population(builder.build());
    }

    /// Trained on all purchases, with seed 1.
    public static CatalogueModel trained(Population population, RecommenderOptions options) {
        return Trainers.train(interactions(population, PURCHASES), options, 1, CLOCK, Progress.none());
    }

    public static List<String> items(List<Recommendation> recommendations) {
        return recommendations.stream().map(one -> one.item().value()).toList();
    }
}
