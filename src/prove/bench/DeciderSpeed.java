import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decisions per second of the reference decider beside the engines that a bundle was written for, in one run, with the
/// same answers. Time is that of the thread, so that other work of the machine counts less.
///
/// From the root, after `mvn package` and `mvn -q -f src/prove/pom.xml package`, with a bundle that has the target
/// jsonlogic, and dmn and drl if those are to be measured:
/// `java -cp 'target/attune-decider.jar:target/prove/lib/*' src/prove/bench/DeciderSpeed.java BUNDLE`
public final class DeciderSpeed {
    private static final int ROUNDS = 3;
    private static final long ROUND_NANOS = 1_000_000_000L;
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DeciderSpeed() {}

    /// @param nanos and bytes, of one decision
    private record Cost(double nanos, double bytes) {}

    public static void main(String[] args) throws Exception {
        Cases cases = Cases.of(Path.of(args[0]));
        List<Contender> contenders = new ArrayList<>(List.of(new Attune(cases), new JsonLogicEngine(cases)));
        if (Files.exists(cases.bundle().resolve("targets/drl"))) {
            contenders.add(new DroolsEngine(cases));
        }
        if (Files.exists(cases.bundle().resolve("targets/dmn"))) {
            contenders.add(new DmnEngine(cases));
        }
        int flags = requireAlike(contenders, cases.lines().size());
        Map<Contender, List<Cost>> costs = new HashMap<>();
        for (Contender contender : contenders) {
            measure(contender, cases.lines().size(), WARM_UP_NANOS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders) {
                costs.computeIfAbsent(contender, made -> new ArrayList<>())
                        .add(measure(contender, cases.lines().size(), ROUND_NANOS));
            }
        }
        System.out.printf(
                "%d cases with the same answers, %d of them flags that are on; Java %s, %d processors%n",
                cases.lines().size(), flags, Runtime.version(), Runtime.getRuntime().availableProcessors());
        double ours = median(costs.get(contenders.get(0))).nanos();
        for (Contender contender : contenders) {
            Cost cost = median(costs.get(contender));
            System.out.printf(
                    "%-22s %,12.0f decisions/s %,12.0f bytes each %8.1f x the decider's time%n",
                    contender.name(), 1e9 / cost.nanos(), cost.bytes(), cost.nanos() / ours);
        }
    }

    /// How many flags are on, in all.
    private static int requireAlike(List<Contender> contenders, int cases) throws Exception {
        int flags = 0;
        for (int at = 0; at < cases; at++) {
            Map<String, String> expected = contenders.get(0).flags(contenders.get(0).decide(at));
            flags += expected.size();
            for (Contender contender : contenders) {
                Map<String, String> found = contender.flags(contender.decide(at));
                if (!expected.equals(found)) {
                    throw new IllegalStateException(
                            contender.name() + ", case " + (at + 1) + ": " + found + " instead of " + expected);
                }
            }
        }
        return flags;
    }

    private static Cost measure(Contender contender, int cases, long nanos) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long spent = 0;
        long decisions = 0;
        int kept = 0;
        while (spent < nanos) {
            for (int at = 0; at < cases; at++) {
                kept += contender.decide(at) == contender ? 1 : 0;
            }
            decisions += cases;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        if (kept > decisions) {
            throw new IllegalStateException("More were kept than made");
        }
        return new Cost(
                (double) spent / decisions,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / decisions);
    }

    private static Cost median(List<Cost> costs) {
        double[] nanos = costs.stream().mapToDouble(Cost::nanos).sorted().toArray();
        double[] bytes = costs.stream().mapToDouble(Cost::bytes).sorted().toArray();
        return new Cost(nanos[nanos.length / 2], bytes[bytes.length / 2]);
    }
}
