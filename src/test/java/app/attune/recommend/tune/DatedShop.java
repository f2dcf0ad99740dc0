package app.attune.recommend.tune;

import app.attune.core.Seeds;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Shop;
import java.time.Instant;
import java.util.SplittableRandom;

/// A shop with one purchase a minute, so that it is known which of them train, judge and test: with the usual split of
/// 6,000 purchases the first 3,840 train, the next 960 judge, the last 1,200 test.
final class DatedShop {
    static final int EVENTS = 6000;
    static final int JUDGING = 3840;
    static final int TESTING = 4800;

    private static final int USERS = 300;
    private static final int ITEMS = 200;
    private static final int GROUP = 20;

    private DatedShop() {}

    static Population usual() {
        return with(EVENTS, EVENTS);
    }

    /// The same with other users and items in the purchases from `from` to before `to`.
    static Population with(int from, int to) {
        SplittableRandom random = Seeds.stream(4, "dated shop");
        SplittableRandom other = Seeds.stream(5, "dated shop");
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int event = 0; event < EVENTS; event++) {
            int user = random.nextInt(USERS);
            int item = random.nextInt(10) < 8
                    ? user % (ITEMS / GROUP) * GROUP + random.nextInt(GROUP)
                    : random.nextInt(ITEMS);
            boolean changed = event >= from && event < to;
            Instant time = Shop.START.plusSeconds(60L * event);
            builder.event(
                    "user " + (changed ? other.nextInt(USERS) : user),
                    time,
                    "purchase",
                    "item " + (changed ? other.nextInt(ITEMS) : item),
                    Double.NaN);
        }
        return Shop.population(builder.build());
    }
}
