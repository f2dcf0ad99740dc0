package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleFolder;
import app.attune.decider.ServerRequest;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one decision of a bundle costs, in bytes and time: run it with -Dtest.groups=bench.
@Tag("bench")
final class DecisionCostTest {
    private static final int USERS = 2_000;
    private static final int ROUNDS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void aDecisionCostsFewBytes() {
        ProfileDesk desk = GeneratedShop.desk(20261101, USERS, GeneratedShop.widerSegments());
        ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("bundle"), Progress.none());
        BundleDecider decider = BundleDecider.of(BundleFolder.open(bundle.folder()));
        List<ServerRequest> requests = IntStream.range(0, USERS)
                .mapToObj(user -> BundleParityTest.served(desk, user))
                .toList();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        long nanos = 0;
        long items = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            for (ServerRequest request : requests) {
                items += decider.decide(request).items().size();
            }
            nanos = threads.getCurrentThreadCpuTime() - start;
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        System.err.printf(
                "DECISION %,d bytes and %.1f microseconds each, %d rules, %d items listed%n",
                bytes / USERS, nanos / 1000.0 / USERS, bundle.rules(), items / ROUNDS / USERS);
        assertTrue(items > 0);
    }
}
