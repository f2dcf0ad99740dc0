package app.attune.segments;

import app.attune.core.Progress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.roaringbitmap.RoaringBitmap;

/// Who passes a row by day, each day asked for read once, at its beginning in UTC. Thread-safe.
final class DayByDay {
    /// Makes the test of a row as it is at a time.
    @FunctionalInterface
    interface Reading {
        IntPredicate at(Instant midnight);
    }

    private final int users;
    private final Reading reading;
    private final Progress progress;
    private final Map<Long, RoaringBitmap> days = new ConcurrentHashMap<>();

    DayByDay(int users, Reading reading, Progress progress) {
        this.users = users;
        this.reading = reading;
        this.progress = progress;
    }

    /// Who passes on the day of a time in epoch milliseconds. Not to be written.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    RoaringBitmap at(long time) {
        return days.computeIfAbsent(Math.floorDiv(time, HitMeter.DAY), this::read);
    }

    private RoaringBitmap read(long day) {
        Instant midnight = Instant.ofEpochMilli(day * HitMeter.DAY);
        RoaringBitmap passing = UserRanges.passing(users, UserTest.of(reading.at(midnight)), progress);
        passing.runOptimize();
        return passing;
    }
}
