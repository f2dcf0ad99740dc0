package app.attune.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// A fixed computation whose processor time tells how slow the machine is at the moment: one that others work on
/// spends more processor time on the same work, so that a limit in milliseconds means less work there.
final class Yardstick {
    /// What the computation takes in a quiet hour on the machine that the limits were chosen on.
    private static final double QUIET_MILLIS = 16;

    /// However slow the machine, a second is a freeze.
    private static final double MOST = 5;

    private static final int TRIES = 5;
    private static final int ROUNDS = 200;
    private static final int WORDS = 1000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Yardstick() {}

    /// How many times as long as in a quiet hour work takes now: at least 1, at most 5.
    static double slowness() {
        double median = LongStream.generate(Yardstick::nanos)
                        .limit(TRIES)
                        .sorted()
                        .skip(TRIES / 2)
                        .findFirst()
                        .orElseThrow()
                / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return Math.clamp(median / QUIET_MILLIS, 1, MOST);
    }

    /// Computes on this thread for that much processor time.
    static void compute(double millis) {
        double wanted = millis * TimeUnit.MILLISECONDS.toNanos(1);
        double spent = 0;
        while (spent < wanted) {
            spent += nanos();
        }
    }

    private static long nanos() {
        long before = THREADS.getCurrentThreadCpuTime();
        if (words() != WORDS) {
            throw new AssertionError("The computation is always the same");
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /// Looks up and makes small things, as styling and laying out do.
    private static int words() {
        Map<String, Integer> counts = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int word = 0; word < WORDS; word++) {
                counts.merge("word-" + word, round, Integer::sum);
            }
        }
        return counts.size();
    }
}
