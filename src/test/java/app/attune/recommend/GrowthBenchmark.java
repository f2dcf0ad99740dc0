package app.attune.recommend;

import app.attune.core.Progress;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How training grows with users, items, interactions and factors, and how much memory it takes beyond its data.
///
/// `-Dattune.growth="ials factors=64; rp3beta"` names what is measured. A slope is the binary logarithm of how many
/// times
/// the processor time grows as one size is doubled: 1 is linear. `-Dattune.growth.most=500000,50000,10000000` are the
/// users, items and events of the second table, whose memory is what lives after full collections, half a second
/// apart. Prints tables and asserts no time.
@Tag("bench")
final class GrowthBenchmark {
    private static final String USUAL = "item-knn; rp3beta; bpr epochs=5; ials factors=64 iterations=5; "
            + "ials factors=64 iterations=5 solver=CONJUGATE_GRADIENT";
    private static final Size BASE = new Size(20_000, 4_000, 1_000_000);
    private static final double BILLION = 1e9;
    private static final double MEGABYTE = 1 << 20;
    private static final long PAUSE = 500_000_000;

    private final List<RecommenderOptions> asked = Arrays.stream(
                    System.getProperty("attune.growth", USUAL).split(";"))
            .map(text -> CatalogueBenchmark.options(text.strip()))
            .toList();

    private record Size(int users, int items, int events) {
        Interactions draw() {
            return Shop.interactions(DrawnEvents.of(users, items, events), Shop.PURCHASES);
        }
    }

    @Test
    void timeGrowsSo() {
        Interactions base = BASE.draw();
        Interactions users = new Size(2 * BASE.users, BASE.items, BASE.events).draw();
        Interactions items = new Size(BASE.users, 2 * BASE.items, BASE.events).draw();
        Interactions events = new Size(BASE.users, BASE.items, 2 * BASE.events).draw();
        System.out.printf("%-60s %8s %8s %8s %8s %8s%n", "slopes", "CPU s", "users", "items", "events", "factors");
        for (RecommenderOptions options : asked) {
            double one = seconds(base, options);
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %8.2f %8.2f %8.2f %8.2f %8s%n",
                    name(options),
                    one,
                    slope(one, seconds(users, options)),
                    slope(one, seconds(items, options)),
                    slope(one, seconds(events, options)),
                    factors(base, options, one));
        }
    }

    @Test
    void memoryBeyondTheDataIsSoMuch() throws InterruptedException {
        int[] sizes = Arrays.stream(System.getProperty("attune.growth.most", "50000,10000,1000000")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        Interactions data = new Size(sizes[0], sizes[1], sizes[2]).draw();
        System.out.printf(
                Locale.ROOT,
                "%,d users, %,d items, %,d pairs of %,d events: %,.0f MB with names and events%n",
                data.users(),
                data.items(),
                data.pairs(),
                sizes[2],
                live());
        for (RecommenderOptions options : asked) {
            double before = live();
            double[] most = {before};
            Thread watch = Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.interrupted()) {
                    most[0] = Math.max(most[0], live());
                    LockSupport.parkNanos(PAUSE);
                }
            });
            long start = System.nanoTime();
            train(data, options);
            double seconds = (System.nanoTime() - start) / BILLION;
            watch.interrupt();
            watch.join();
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %8.1f s by the clock with collections, %,8.0f MB beyond%n",
                    name(options),
                    seconds,
                    most[0] - before);
        }
    }

    private static String factors(Interactions data, RecommenderOptions options, double one) {
        if (!options.values().containsKey("factors")) {
            return "-";
        }
        RecommenderOptions twice = options.with("factors", 2 * options.whole("factors"));
        return String.format(Locale.ROOT, "%.2f", slope(one, seconds(data, twice)));
    }

    /// The least of two, after one that warms up.
    private static double seconds(Interactions data, RecommenderOptions options) {
        train(data, options);
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            double before = cpu();
            train(data, options);
            least = Math.min(least, cpu() - before);
        }
        return least;
    }

    private static CatalogueModel train(Interactions data, RecommenderOptions options) {
        return Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    private static double slope(double one, double twice) {
        return Math.log(twice / one) / Math.log(2);
    }

    private static String name(RecommenderOptions options) {
        return options.kind() + " " + options.values();
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / BILLION;
    }
}
