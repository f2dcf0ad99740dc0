package app.attune.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Short questions measured many times, ours beside a peer's: the best and the middle time by the clock, and the
/// processor time of the whole process for each.
final class SideBySide {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final long WARM_NANOS = 1_000_000_000L;
    private static final int MOST_WARM_ROUNDS = 12;
    private static final double STILL_WARMING = 0.97;
    private static final long MEASURED_NANOS = 1_000_000_000L;
    private static final int LEAST_RUNS = 5;

    private final String title;
    private final StringBuilder lines = new StringBuilder();
    private final List<Double> ratios = new ArrayList<>();

    SideBySide(String title) {
        this.title = title;
    }

    /// Milliseconds of one question.
    ///
    /// @param goal by the clock; 0 for none
    record Times(double best, double middle, double cpu, double goal) {}

    /// As often as fits into a second, once it costs no less processor time than a second before: until then the
    /// compiler is at work on it, or memory is asked for.
    static Times measure(double goal, BenchTable.Work work) throws Exception {
        warm(work);
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        double[] walls = repeat(MEASURED_NANOS, work);
        double each = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / walls.length;
        Arrays.sort(walls);
        return new Times(walls[0], walls[walls.length / 2], each, goal);
    }

    private static void warm(BenchTable.Work work) throws Exception {
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_WARM_ROUNDS; round++) {
            long cpu = SYSTEM.getProcessCpuTime();
            int runs = repeat(WARM_NANOS, work).length;
            double each = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / runs;
            if (round > 1 && each > before * STILL_WARMING) {
                return;
            }
            before = Math.min(each, before);
        }
    }

    private static double[] repeat(long nanos, BenchTable.Work work) throws Exception {
        double[] millis = new double[1 << 16];
        int runs = 0;
        long start = System.nanoTime();
        for (long now = start; runs < millis.length && (runs < LEAST_RUNS || now - start < nanos); runs++) {
            work.run();
            long end = System.nanoTime();
            millis[runs] = (end - now) / 1e6;
            now = end;
        }
        return Arrays.copyOf(millis, runs);
    }

    void add(String question, String answer, Times ours, Times peer) {
        double ratio = peer.cpu() / ours.cpu();
        ratios.add(ratio);
        lines.append(String.format(
                Locale.ROOT,
                "  %-36s %-16s %8.2f %8.2f %8.2f %7s %9.1f %9.1f %9.1f %8.1f%n",
                question,
                answer,
                ours.best(),
                ours.middle(),
                ours.cpu(),
                String.format(Locale.ROOT, "<= %.0f", ours.goal()),
                peer.best(),
                peer.middle(),
                peer.cpu(),
                ratio));
    }

    void note(String what, String value) {
        lines.append(String.format(Locale.ROOT, "  %-36s %s%n", what, value));
    }

    void print() {
        double mean = Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0));
        System.out.printf(
                Locale.ROOT,
                "%n%s, milliseconds (load average %.1f on %d cores)%n",
                title,
                SYSTEM.getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        System.out.println(
                "  question                             answer               best   middle      CPU    goal    DuckDB"
                        + "    middle       CPU    CPU x");
        System.out.print(lines);
        System.out.printf(Locale.ROOT, "  CPU ratio in the geometric mean %.1f%n%n", mean);
    }
}
