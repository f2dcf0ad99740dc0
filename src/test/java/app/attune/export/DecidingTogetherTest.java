package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleDecider;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerRequest;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One decider asked by many, and at little cost.
final class DecidingTogetherTest {
    private static final int USERS = 300;
    private static final int TASKS = 12;
    private static final long MOST_BYTES = 12_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final ProfileDesk desk = GeneratedShop.desk(7, USERS, GeneratedShop.widerSegments());
    private final List<ServerRequest> requests = IntStream.range(0, USERS)
            .mapToObj(user -> BundleParityTest.served(desk, user))
            .toList();

    private BundleDecider decider() {
        return BundleDecider.load(WrittenBundle.of(desk).write(folder.resolve("bundle")));
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        BundleDecider decider = decider();
        List<ServerDecision> expected = requests.stream().map(decider::decide).toList();
        List<Callable<List<ServerDecision>>> tasks = new ArrayList<>();
        for (int task = 0; task < TASKS; task++) {
            List<ServerRequest> order = new ArrayList<>(requests);
            Collections.rotate(order, task * 25);
            tasks.add(() -> {
                List<ServerDecision> got =
                        new ArrayList<>(order.stream().map(decider::decide).toList());
                Collections.rotate(got, -order.indexOf(requests.getFirst()));
                return got;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<ServerDecision>> got : threads.invokeAll(tasks)) {
                assertEquals(expected, got.get());
            }
        }
    }

    @Test
    void aDecisionLeavesLittleToCollect() {
        BundleDecider decider = decider();
        requests.forEach(decider::decide);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (ServerRequest request : requests) {
            decider.decide(request);
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / USERS;
        assertTrue(bytes < MOST_BYTES, bytes + " bytes a decision");
    }
}
