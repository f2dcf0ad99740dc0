package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.LeastSquares.Penalty;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// iALS on pairs of the size of MovieLens 1M and of Gowalla: processor seconds of an iteration, exactly and by
/// conjugate
/// gradients, and arithmetic a second, beside other libraries.
///
/// Prints tables and asserts no time. `-Dattune.rounds=5` says how many iterations are measured after a warm-up of two;
/// the least of them counts. `-Dattune.peers=target/prove/peers` names the folder of Spark and RankSys (`mvn -q -f
/// src/prove/peers/pom.xml package`), `-Dattune.peers.java` a Java 17 to run them.
@Tag("bench")
final class FactorBenchmark {
    static final int D = 64;
    private static final double BILLION = 1e9;

    private final int rounds = Integer.getInteger("attune.rounds", 5);

    @Test
    void anIterationTakesSoLong() throws Exception {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-24s %-18s %10s %8s %8s%n", "pairs", "solver", "CPU s", "wall s", "GFLOP/s"));
        for (RandomPairs pairs : new RandomPairs[] {
            RandomPairs.of("MovieLens 1M", 6040, 3706, 994_169), RandomPairs.of("Gowalla", 29_858, 40_981, 810_128)
        }) {
            for (int steps : new int[] {0, 3}) {
                table.append(measured(pairs, steps));
            }
            for (TrainerPeer peer : TrainerPeer.installed()) {
                table.append(peer.measured(pairs));
            }
        }
        System.out.print(table);
    }

    /// Top 10 for everybody, by factors of one training: folding users in, and searching.
    @Test
    void aListForEverybodyTakesSoLong() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-24s %-22s %10s %8s %8s%n", "users x items", "work", "CPU s", "wall s", "GFLOP/s"));
        table.append(listed("MovieLens 1M", 6040, 3706));
        table.append(listed("Gowalla", 29_858, 40_981));
        System.out.print(table);
    }

    private String listed(String name, int users, int items) {
        Factors itemFactors = Factors.random(items, D, 1, "bench");
        Factors userFactors = Factors.random(users, D, 2, "bench");
        FactorSearch search = new FactorSearch(itemFactors.packed(), D);
        double[] cost = least(() -> Blocks.run(
                users,
                "",
                Progress.none(),
                (from, to) -> search.best(
                        IntStream.range(from, to)
                                .mapToObj(user -> new FactorSearch.Question(row(userFactors, user), new int[0]))
                                .toList(),
                        10)));
        double[] one =
                least(() -> search.best(List.of(new FactorSearch.Question(row(userFactors, 0), new int[0])), 10));
        double products = 2.0 * users * items * D;
        return String.format(
                        Locale.ROOT,
                        "%-24s %-22s %10.3f %8.3f %8.1f%n",
                        name,
                        "top 10, everybody",
                        cost[0],
                        cost[1],
                        products / cost[0] / BILLION)
                + String.format(Locale.ROOT, "%-24s %-22s %10s %8.5f%n", name, "top 10, one user", "", one[1]);
    }

    private static double[] row(Factors factors, int row) {
        return IntStream.range(0, D)
                .mapToDouble(f -> factors.values()[row * factors.stride() + f])
                .toArray();
    }

    /// The least processor and wall seconds of the rounds.
    private double[] least(Runnable work) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = -2; round < rounds; round++) {
            double cpuBefore = cpu();
            long before = System.nanoTime();
            work.run();
            if (round >= 0) {
                least[0] = Math.min(least[0], cpu() - cpuBefore);
                least[1] = Math.min(least[1], (System.nanoTime() - before) / BILLION);
            }
        }
        return least;
    }

    private String measured(RandomPairs pairs, int steps) {
        LeastSquares solver = new LeastSquares(new Penalty(0.1, 0.003, 1), steps);
        Factors users = Factors.zeros(pairs.users().rows(), D);
        Factors items = Factors.random(pairs.items().rows(), D, 1, "bench");
        double[] cost = least(() -> {
            solver.solve(pairs.users(), users, items, "", Progress.none());
            solver.solve(pairs.items(), items, users, "", Progress.none());
        });
        return String.format(
                Locale.ROOT,
                "%-24s %-18s %10.3f %8.3f %8.1f%n",
                pairs.name(),
                steps == 0 ? "exact" : "gradients",
                cost[0],
                cost[1],
                steps == 0 ? pairs.exactOperations() / cost[0] / BILLION : Double.NaN);
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / BILLION;
    }
}
