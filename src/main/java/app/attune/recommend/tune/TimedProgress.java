package app.attune.recommend.tune;

import app.attune.core.Progress;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells how far a search is and how long it may still take, and stops a trial when the time is up.
final class TimedProgress implements Progress {
    private static final double MILLIS = 1000;
    private static final long PARTS = 1000;
    private static final double MINUTE = 60;

    private final Progress outer;
    private final Clock clock;
    private final OptionalDouble seconds;
    private final long start;
    private final int first;
    private final int trials;
    private final AtomicInteger done;

    /// @param first  trials that had been done before
    /// @param trials that will have been done at the end
    TimedProgress(Progress outer, Clock clock, OptionalDouble seconds, int first, int trials) {
        this.outer = outer;
        this.clock = clock;
        this.seconds = seconds;
        this.start = clock.millis();
        this.first = first;
        this.trials = trials;
        this.done = new AtomicInteger(first);
    }

    double elapsed() {
        return (clock.millis() - start) / MILLIS;
    }

    void tried() {
        done.incrementAndGet();
    }

    /// Whether the analyst stopped it.
    boolean isStopped() {
        return outer.isCancelled();
    }

    /// Whether the time is up; never before one trial is done.
    boolean isLate() {
        return done.get() > first && seconds.isPresent() && elapsed() >= seconds.getAsDouble();
    }

    @Override
    public boolean isCancelled() {
        return isStopped() || isLate();
    }

    @Override
    public void report(String stage, long part, long total) {
        outer.report(
                "Trial " + Math.min(done.get() + 1, trials) + " of " + trials + left() + ": " + stage,
                Math.round(PARTS * fraction()),
                PARTS);
    }

    private double fraction() {
        double ofTrials = (double) (done.get() - first) / Math.max(1, trials - first);
        return Math.min(1, Math.max(ofTrials, seconds.isPresent() ? elapsed() / seconds.getAsDouble() : 0));
    }

    private String left() {
        if (done.get() == first) {
            return "";
        }
        double each = elapsed() / (done.get() - first);
        double byTrials = each * (trials - done.get());
        double left = seconds.isPresent() ? Math.min(byTrials, seconds.getAsDouble() - elapsed()) : byTrials;
        return left < MINUTE
                ? ", less than a minute left"
                : String.format(Locale.ROOT, ", about %.0f min left", left / MINUTE);
    }
}
