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
    private final Optional<RoaringBitmap> members;
    private final int population;

    private ConditionCounts(Map<List<Integer>, Integer> counts, Optional<RoaringBitmap> members, int population) {
        this.counts = Map.copyOf(counts);
        this.members = members;
        this.population = population;
    }

    /// Counts every part on its own, also a muted one. A part with an error in it, and every group around it, stays
    /// without a
    /// count; what is wrong of a muted part does not concern the group.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static ConditionCounts of(SegmentEvaluator evaluator, Condition condition, At at, Progress progress) {
        Set<List<Integer>> broken = ConditionCheck.findings(condition, at.population()).stream()
                .filter(ConditionFinding::isError)
                .map(ConditionFinding::path)
                .collect(Collectors.toSet());
        Map<List<Integer>, Integer> counts = new HashMap<>();
        RoaringBitmap known = evaluator.known(at.population(), at.asOf());
        Optional<RoaringBitmap> found =
                new Counter(evaluator, at, progress, broken, counts).visit(condition, List.of());
        Optional<RoaringBitmap> members = Marks.has(condition, Mark.MUTED) ? Optional.of(known) : found;
        return new ConditionCounts(counts, members, known.getCardinality());
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
        return members.map(RoaringBitmap::getCardinality).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /// Those users; nobody when they cannot be counted. Not to be written.
    public RoaringBitmap members() {
        return members.orElseGet(RoaringBitmap::new);
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
                boolean counted = visit(parts.get(i), Conditions.child(path, i)).isPresent();
                whole &= counted || Marks.has(parts.get(i), Mark.MUTED);
            }
            if (!whole) {
                return Optional.empty();
            }
            RoaringBitmap members = evaluator.members(Marks.plain(condition), at.population(), at.asOf(), progress);
            counts.put(path, members.getCardinality());
            return Optional.of(members);
        }
    }
}
