package app.attune.segments.discover;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a rule better by one limit at a time: each is replaced by the best one of any column, or one more is added, as
/// long as that helps. A tree chooses its splits one below the other and never goes back; this does.
final class RuleRefiner {
    private static final int MOST_STEPS = 12;
    private static final int NONE = -1;

    private final TraitTable table;
    private final boolean[] group;
    private final Progress progress;

    RuleRefiner(TraitTable table, boolean[] group, Progress progress) {
        this.table = table;
        this.group = group;
        this.progress = progress;
    }

    /// A limit of a column, and the score of the rule that has it.
    private record Found(int column, Limits limits, double score) {}

    /// @param rows at most so many
    LearnedRule refined(LearnedRule rule, int rows) {
        LearnedRule best = rule;
        double score = score(best);
        for (int step = 0; step < MOST_STEPS; step++) {
            LearnedRule better = best;
            double found = score;
            for (LearnedRule other : steps(best, rows)) {
                double now = score(other);
                if (now > found) {
                    better = other;
                    found = now;
                }
            }
            if (found <= score) {
                break;
            }
            best = better;
            score = found;
        }
        return best.simplified(table, group);
    }

    private double score(LearnedRule rule) {
        return Fidelity.of(rule.members(table), group).score();
    }

    /// The best rule of each kind that is one step away.
    private List<LearnedRule> steps(LearnedRule rule, int rows) {
        List<LearnedRule> steps = new ArrayList<>();
        for (int way = 0; way < rule.ways().size(); way++) {
            for (int column : rule.ways().get(way).keySet()) {
                step(rule, way, column).ifPresent(steps::add);
            }
            if (rule.rows() < rows) {
                step(rule, way, NONE).ifPresent(steps::add);
            }
        }
        return steps;
    }

    /// With the best limit of any column in one way, instead of the one of column `dropped` or beside the others.
    private Optional<LearnedRule> step(LearnedRule rule, int way, int dropped) {
        Map<Integer, Limits> rest = new HashMap<>(rule.ways().get(way));
        rest.remove(dropped);
        List<Map<Integer, Limits>> others = new ArrayList<>(rule.ways());
        others.remove(way);
        boolean[] already = new LearnedRule(others).members(table);
        boolean[] open = new LearnedRule(List.of(rest)).members(table);
        Split split = new Split(already, open, group);
        Optional<Found> best = Optional.empty();
        for (int column = 0; column < table.columns().size(); column++) {
            progress.checkpoint();
            Found found = split.best(table.columns().get(column), column);
            if (!rest.containsKey(column)
                    && best.map(one -> found.score() > one.score()).orElse(true)) {
                best = Optional.of(found);
            }
        }
        return best.map(found -> {
            rest.put(found.column(), found.limits());
            List<Map<Integer, Limits>> ways = new ArrayList<>(others);
            ways.add(way, rest);
            return new LearnedRule(ways);
        });
    }

    /// Rows that a rule means already, rows that one more limit decides, and the group.
    private static final class Split {
        private final boolean[] already;
        private final boolean[] open;
        private final boolean[] group;
        private final long total;
        private final Fidelity base;

        Split(boolean[] already, boolean[] open, boolean[] group) {
            this.already = already;
            this.open = open;
            this.group = group;
            this.base = Fidelity.of(already, group);
            this.total = base.group();
        }

        /// One pass over the rows in order of the column: everything up to here, or everything after.
        Found best(TraitColumn column, int index) {
            int[] order = column.order();
            long[] known = sums(order, 0, column.known());
            long[] missing = sums(order, column.known(), order.length);
            Found best = new Found(index, Limits.ALL, NONE);
            if (missing[0] > 0) {
                best = better(best, Limits.ALL.present(), known[0], known[1]);
                best = better(best, Limits.ALL.above(column.max()), missing[0], missing[1]);
            }
            long meant = 0;
            long both = 0;
            for (int i = 0; i + 1 < column.known(); i++) {
                int row = order[i];
                if (open[row] && !already[row]) {
                    meant++;
                    both += group[row] ? 1 : 0;
                }
                double value = column.value(row);
                if (value < column.value(order[i + 1])) {
                    best = better(best, Limits.ALL.notAbove(value), meant, both);
                    best = better(
                            best, Limits.ALL.above(value), known[0] - meant + missing[0], known[1] - both + missing[1]);
                    best = better(best, Limits.ALL.above(value).present(), known[0] - meant, known[1] - both);
                }
            }
            return best;
        }

        /// How many of the rows the limit decides on, and how many of those are in the group.
        private long[] sums(int[] order, int from, int to) {
            long[] sums = new long[2];
            for (int i = from; i < to; i++) {
                if (open[order[i]] && !already[order[i]]) {
                    sums[0]++;
                    sums[1] += group[order[i]] ? 1 : 0;
                }
            }
            return sums;
        }

        private Found better(Found best, Limits limits, long meant, long both) {
            double score = new Fidelity(base.meant() + meant, total, base.both() + both).score();
            return score > best.score() ? new Found(best.column(), limits, score) : best;
        }
    }
}
