package app.attune.segments;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// How many users match each row, each group and the whole of a condition.
public final class ConditionCounts {
    private final Map<List<Integer>, Integer> counts;
    private final RoaringBitmap members;
    private final int population;

    private ConditionCounts(Map<List<Integer>, Integer> counts, RoaringBitmap members, int population) {
        this.counts = Map.copyOf(counts);
        this.members = members;
        this.population = population;
    }

    /// Counts every part on its own. A part with an error in it, and every group around it, stays without a count.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static ConditionCounts of(SegmentEvaluator evaluator, Condition condition, At at, Progress progress) {
        Set<List<Integer>> broken = ConditionCheck.findings(condition, at.population()).stream()
                .filter(ConditionFinding::isError)
                .map(ConditionFinding::path)
                .collect(Collectors.toSet());
        Map<List<Integer>, Integer> counts = new HashMap<>();
        RoaringBitmap members = new RoaringBitmap();
        new Counter(evaluator, at, progress, broken, counts)
                .visit(condition, List.of())
                .ifPresent(members::or);
        return new ConditionCounts(
                counts, members, evaluator.known(at.population(), at.asOf()).getCardinality());
    }

    /// Which data, and when.
    public record At(Population population, Instant asOf) {}

    /// Users matching the part at `path`; empty when it cannot be counted.
    public OptionalInt at(List<Integer> path) {
        Integer count = counts.get(path);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /// Users matching the whole.
    public OptionalInt total() {
        return at(List.of());
    }

    /// Those users; nobody when they cannot be counted. Not to be written.
    public RoaringBitmap members() {
        return members;
    }

    /// How many users were asked: those known by then.
    public int population() {
        return population;
    }

    private record Counter(
            SegmentEvaluator evaluator,
            At at,
            Progress progress,
            Set<List<Integer>> broken,
            Map<List<Integer>, Integer> counts) {
        /// Who matches this part, if it and everything in it could be counted.
        Optional<RoaringBitmap> visit(Condition condition, List<Integer> path) {
            boolean whole = !broken.contains(path);
            List<Condition> parts = whole ? Conditions.parts(condition) : List.of();
            for (int i = 0; i < parts.size(); i++) {
                whole &= visit(parts.get(i), Conditions.child(path, i)).isPresent();
            }
            if (!whole) {
                return Optional.empty();
            }
            RoaringBitmap members = evaluator.members(condition, at.population(), at.asOf(), progress);
            counts.put(path, members.getCardinality());
            return Optional.of(members);
        }
    }
}
