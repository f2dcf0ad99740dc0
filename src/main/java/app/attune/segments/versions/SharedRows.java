package app.attune.segments.versions;

import app.attune.core.Progress;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How much groups have in common. Each row is looked at once; groups that share nothing are never compared.
final class SharedRows {
    private final List<Condition> before;
    private final List<Condition> after;
    private final Counts rows;
    private final Counts subjects;

    /// Two groups that share something.
    ///
    /// @param old position among the earlier parts
    /// @param now position among the later parts
    record Pair(int old, int now, int score) {}

    SharedRows(List<Condition> before, List<Condition> after, Progress progress) {
        this.before = before;
        this.after = after;
        this.rows = new Counts(row -> row, progress);
        this.subjects = new Counts(Rows::subject, progress);
        for (int j = 0; j < after.size(); j++) {
            rows.add(after.get(j), j);
            subjects.add(after.get(j), j);
        }
    }

    /// By position of the later group. Equal rows count twice as much as rows about the same; groups of the same kind
    /// win where that is equal.
    List<Pair> pairs(int old) {
        Map<Integer, Integer> common = new TreeMap<>();
        rows.common(before.get(old)).forEach((now, n) -> common.merge(now, 2 * n, Integer::sum));
        subjects.common(before.get(old)).forEach((now, n) -> common.merge(now, 2 * n, Integer::sum));
        List<Pair> pairs = new ArrayList<>();
        common.forEach((now, score) -> pairs.add(new Pair(old, now, score + (isOfOneKind(old, now) ? 1 : 0))));
        return pairs;
    }

    private boolean isOfOneKind(int old, int now) {
        return before.get(old).getClass() == after.get(now).getClass();
    }

    /// How often each later group says something.
    private static final class Counts {
        private final Function<Condition, Object> said;
        private final Progress progress;
        private final Map<Object, Map<Integer, Integer>> groups = new HashMap<>();

        Counts(Function<Condition, Object> said, Progress progress) {
            this.said = said;
            this.progress = progress;
        }

        void add(Condition part, int position) {
            of(part).forEach((key, n) ->
                    groups.computeIfAbsent(key, one -> new HashMap<>()).put(position, n));
        }

        /// Nothing of a part that is no group.
        private Map<Object, Integer> of(Condition part) {
            Map<Object, Integer> counts = new HashMap<>();
            if (Conditions.isGroup(part)) {
                for (Condition row : Rows.of(part)) {
                    progress.checkpoint();
                    counts.merge(said.apply(row), 1, Integer::sum);
                }
            }
            return counts;
        }

        /// By position, how many each later group has in common with this part.
        Map<Integer, Integer> common(Condition part) {
            Map<Integer, Integer> common = new HashMap<>();
            of(part).forEach((key, n) -> {
                progress.checkpoint();
                groups.getOrDefault(key, Map.of()).forEach((now, m) -> common.merge(now, Math.min(n, m), Integer::sum));
            });
            return common;
        }
    }
}
