package app.attune.serve;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// How long things took, in buckets as Prometheus has them; safe for many threads.
final class Histogram {
    private static final double[] SECONDS = {
        .0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5
    };
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final String help;
    private final LongAdder[] counts = new LongAdder[SECONDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram(String name, String help) {
        this.name = name;
        this.help = help;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void observe(long elapsedNanos) {
        int bucket = 0;
        while (bucket < SECONDS.length && elapsedNanos > SECONDS[bucket] * NANOS) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(elapsedNanos);
    }

    void write(StringBuilder text) {
        Metrics.head(text, name, "histogram", help);
        long sum = 0;
        for (int i = 0; i <= SECONDS.length; i++) {
            sum += counts[i].sum();
            String limit = i < SECONDS.length ? Double.toString(SECONDS[i]) : "+Inf";
            text.append(name)
                    .append("_bucket{le=\"")
                    .append(limit)
                    .append("\"} ")
                    .append(sum)
                    .append('\n');
        }
        text.append(name).append("_sum ").append(nanos.sum() / NANOS).append('\n');
        text.append(name).append("_count ").append(sum).append('\n');
    }
}
