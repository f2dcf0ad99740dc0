package app.attune.segments.health;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.EventFrame;
import app.attune.segments.RandomUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.roaringbitmap.RoaringBitmap;

/// The variety of items that users had events with in the days before a time, beside that of equally many users chosen
/// at random among all who had any: fewer users always see less, so that everybody as a whole would be no measure.
final class SeenItems {
    /// As many random groups, and at most as many users of each.
    private static final int GROUPS = 8;

    private static final int MOST_USERS = 2_000;
    private static final long SEED = 11;

    private final EventFrame frame;
    private final long from;
    private final long to;
    private final int[] columnOf;
    private final int columns;
    private final RoaringBitmap active = new RoaringBitmap();

    SeenItems(EventFrame frame, Instant asOf, Progress progress) {
        this.frame = frame;
        this.to = asOf.toEpochMilli();
        this.from = to - Duration.ofDays(HealthLimits.SEEN_DAYS).toMillis();
        this.columnOf = new int[frame.itemCount()];
        Arrays.fill(columnOf, -1);
        int seen = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            if (userIdx % MOST_USERS == 0) {
                progress.checkpoint();
            }
            int end = frame.to(userIdx, to);
            for (int row = frame.to(userIdx, from); row < end; row++) {
                int item = frame.item(row);
                if (item >= 0) {
                    active.add(userIdx);
                    seen += columnOf[item] < 0 ? 1 : 0;
                    columnOf[item] = columnOf[item] < 0 ? seen - 1 : columnOf[item];
                }
            }
        }
        columns = seen;
    }

    /// Of a segment and of users chosen at random.
    record Comparison(int users, Diversity inside, Diversity random) {}

    /// Empty where too few of the members, or of the others, had events with items.
    Optional<Comparison> of(RoaringBitmap members, Progress progress) {
        RoaringBitmap seeing = RoaringBitmap.and(members, active);
        int users = Math.min(MOST_USERS, seeing.getCardinality());
        if (users < HealthLimits.SMALLEST_CELL || active.getCardinality() < 2 * users) {
            return Optional.empty();
        }
        SplittableRandom random = Seeds.stream(SEED, "seen-items");
        Diversity inside = of(RandomUsers.of(seeing, users, random));
        double effective = 0;
        double gini = 0;
        for (int i = 0; i < GROUPS; i++) {
            progress.checkpoint();
            Diversity one = of(RandomUsers.of(active, users, random));
            effective += one.effective() / GROUPS;
            gini += one.gini() / GROUPS;
        }
        return Optional.of(new Comparison(users, inside, new Diversity(effective, gini)));
    }

    private Diversity of(int[] users) {
        long[] counts = new long[columns];
        for (int userIdx : users) {
            int end = frame.to(userIdx, to);
            for (int row = frame.to(userIdx, from); row < end; row++) {
                if (frame.item(row) >= 0) {
                    counts[columnOf[frame.item(row)]]++;
                }
            }
        }
        return Diversity.of(counts);
    }
}
