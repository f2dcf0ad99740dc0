package app.attune.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a benchmark measured: ours beside a peer, on the processor time of the whole process, with the wall time.
final class BenchTable {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String title;
    private final List<String> lines = new ArrayList<>();

    BenchTable(String title) {
        this.title = title;
    }

    /// Seconds of processor and wall time.
    record Cost(double cpu, double wall) {
        String words() {
            return String.format(Locale.ROOT, "%.2f s CPU, %.2f s wall", cpu, wall);
        }

        /// Which of two took less processor time.
        Cost best(Cost other) {
            return cpu <= other.cpu ? this : other;
        }
    }

    /// Work to be measured.
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Cost measure(Work work) throws Exception {
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    /// The cheapest of several runs.
    static Cost best(int runs, Work work) throws Exception {
        Cost best = measure(work);
        for (int run = 1; run < runs; run++) {
            best = best.best(measure(work));
        }
        return best;
    }

    void compare(String what, Cost ours, String peer, Cost theirs, String limit) {
        lines.add(String.format(
                Locale.ROOT,
                "%-34s ours %s; %s %s; ratio %.2f in CPU, %.2f in wall time; limit %s",
                what,
                ours.words(),
                peer,
                theirs.words(),
                theirs.cpu() / ours.cpu(),
                theirs.wall() / ours.wall(),
                limit));
    }

    void alone(String what, Cost ours, String limit) {
        lines.add(String.format(Locale.ROOT, "%-34s ours %s; limit %s", what, ours.words(), limit));
    }

    void note(String what, String value) {
        lines.add(String.format(Locale.ROOT, "%-34s %s", what, value));
    }

    void print() {
        System.out.println();
        System.out.println(title
                + String.format(
                        Locale.ROOT,
                        " (load average %.1f on %d cores, heap limit %,d MB)",
                        SYSTEM.getSystemLoadAverage(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        lines.forEach(line -> System.out.println("  " + line));
        System.out.println();
    }
}
