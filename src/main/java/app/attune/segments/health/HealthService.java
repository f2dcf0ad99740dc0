package app.attune.segments.health;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.segments.Audience;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import app.attune.segments.SegmentUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/// Finds what speaks against segments, by the thresholds of [HealthLimits]. Thread-safe.
public final class HealthService {
    private final SegmentService segments;
    private final SegmentUsage usage;
    private final Supplier<Optional<Instant>> dataChanged;

    /// @param dataChanged when data was last imported, if ever
    public HealthService(SegmentService segments, SegmentUsage usage, Supplier<Optional<Instant>> dataChanged) {
        this.segments = segments;
        this.usage = usage;
        this.dataChanged = dataChanged;
    }

    /// What is looked at once for all segments.
    private record Data(Instant asOf, Optional<SeenItems> seen, Optional<Instant> changed) {}

    /// Told of one segment as soon as it is known.
    @FunctionalInterface
    public interface Listener {
        void found(SegmentDefinition segment, SegmentHealth health);
    }

    /// One segment after the other.
    public void check(List<SegmentDefinition> checked, Instant asOf, Listener listener, Progress progress) {
        Data data = data(asOf, progress);
        for (int i = 0; i < checked.size(); i++) {
            SegmentDefinition one = checked.get(i);
            progress.report("Checking " + one.name(), i, checked.size());
            listener.found(one, of(one, data, progress));
        }
    }

    /// Of one segment.
    public SegmentHealth of(SegmentDefinition segment, Instant asOf, Progress progress) {
        return of(segment, data(asOf, progress), progress);
    }

    private Data data(Instant asOf, Progress progress) {
        var events = segments.population(progress).events();
        Optional<SeenItems> seen =
                events.eventCount() == 0 ? Optional.empty() : Optional.of(new SeenItems(events, asOf, progress));
        return new Data(asOf, seen, dataChanged.get());
    }

    private SegmentHealth of(SegmentDefinition segment, Data data, Progress progress) {
        List<HealthFinding> found = new ArrayList<>();
        try {
            Audience audience = segments.audience(segment.condition(), data.asOf(), progress);
            HealthWords.size(audience.size(), audience.population()).ifPresent(found::add);
            if (audience.size() >= HealthLimits.SMALLEST_CELL) {
                unstable(segment, audience, progress).ifPresent(found::add);
                data.seen()
                        .flatMap(seen -> seen.of(audience.members(), progress))
                        .filter(HealthService::isEcho)
                        .ifPresent(seen -> found.add(HealthWords.echo(seen)));
            }
        } catch (ProblemException e) {
            found.add(new HealthFinding(
                    HealthFinding.Kind.NOT_COUNTED,
                    e.problem().message(),
                    e.problem().remedy()));
        }
        data.changed()
                .filter(changed -> isStale(segment, changed))
                .ifPresent(changed -> found.add(HealthWords.stale(segment, changed)));
        HealthWords.purpose(segment.about()).forEach(found::add);
        if (usage.usedBy(segment.id()).isEmpty()) {
            found.add(HealthWords.unused());
        }
        return new SegmentHealth(found);
    }

    private static boolean isEcho(SeenItems.Comparison seen) {
        return seen.inside().effective()
                < HealthLimits.LEAST_VARIETY * seen.random().effective();
    }

    private static boolean isStale(SegmentDefinition segment, Instant changed) {
        return Duration.between(segment.savedAt(), changed).toDays() > HealthLimits.STALE_DAYS;
    }

    /// Nothing is said where the events do not reach back over two periods, or where there were too few.
    private Optional<HealthFinding> unstable(SegmentDefinition segment, Audience now, Progress progress) {
        Instant before = now.asOf().minus(Duration.ofDays(HealthLimits.PERIOD_DAYS));
        Instant needed = before.minus(Duration.ofDays(HealthLimits.PERIOD_DAYS));
        Optional<TimeWindow> span = segments.population(progress).events().span();
        if (span.isEmpty() || span.get().from().isAfter(needed)) {
            return Optional.empty();
        }
        RoaringBitmap then =
                segments.audience(segment.condition(), before, progress).members();
        int either = RoaringBitmap.orCardinality(then, now.members());
        int both = RoaringBitmap.andCardinality(then, now.members());
        double change = either == 0 ? 0 : (double) (either - both) / either;
        boolean small = then.getCardinality() > 0 && then.getCardinality() < HealthLimits.SMALLEST_CELL;
        return !small && change > HealthLimits.MOST_CHANGE
                ? Optional.of(HealthWords.unstable(then.getCardinality(), now.size(), either - both, either))
                : Optional.empty();
    }
}
