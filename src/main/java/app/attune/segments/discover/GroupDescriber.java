package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import smile.data.DataFrame;

/// Finds the rule with few rows that comes closest to a group.
///
/// A large tree chooses the traits that tell most; smaller ones of those, from two leaves up, are read as rules,
/// shortened as long as that makes them no worse, and refined limit by limit over all traits. The shortest of the best
/// is taken.
final class GroupDescriber {
    private static final int LARGE_TREE = 32;
    private static final int TRAITS = 40;
    private static final int RESAMPLES = 10;
    /// A shorter rule is preferred to one that is better by no more than this.
    private static final double AS_GOOD = 0.002;

    private final TraitTable all;
    private final boolean[] group;
    private final Progress progress;
    private final List<Integer> telling;

    /// @param group which of the table's users are in it: some, not all
    GroupDescriber(TraitTable all, boolean[] group, Progress progress) {
        this.all = all;
        this.group = group;
        this.progress = progress;
        progress.report("Choosing traits", 0, 0);
        this.telling = RuleTree.grow(RuleTree.data(all, group), LARGE_TREE).best(TRAITS);
    }

    /// @param rows at most so many; a rule with no way to be meant if no trait tells anything
    LearnedRule describe(int rows) {
        TraitTable table = all.only(telling);
        DataFrame data = RuleTree.data(table, group);
        RuleRefiner refiner = new RuleRefiner(all, group, progress);
        LearnedRule best = new LearnedRule(List.of());
        double score = -1;
        for (int leaves = 2; leaves <= rows + 2 && score < 1 - AS_GOOD; leaves++) {
            progress.report("Trying rules", leaves, rows + 2L);
            LearnedRule start =
                    RuleTree.grow(data, leaves).rule(table).of(telling).simplified(all, group);
            LearnedRule rule = start.rows() > rows ? start : refiner.refined(start, rows);
            double found = Fidelity.of(rule.members(all), group).score();
            if (rule.rows() <= rows && found > score + AS_GOOD) {
                best = rule;
                score = found;
            }
        }
        return best;
    }

    /// The mean overlap of `rule` with rules of as many rows that are learned in the same way from users drawn with
    /// replacement (Efron 1979, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7), over the
    /// traits that tell most and its own; 0 to 1.
    double stability(LearnedRule rule, long seed) {
        Set<Integer> told = new TreeSet<>(telling);
        rule.ways().forEach(way -> told.addAll(way.keySet()));
        TraitTable table = all.only(List.copyOf(told));
        boolean[] meant = rule.members(all);
        SplittableRandom random = Seeds.stream(seed, "resampled-users");
        double sum = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            progress.report("Trying rules on resampled users", i, RESAMPLES);
            progress.checkpoint();
            int[] drawn = IntStream.range(0, table.size())
                    .map(row -> random.nextInt(table.size()))
                    .toArray();
            LearnedRule other = learned(table, drawn, Math.max(1, rule.rows()));
            sum += Fidelity.of(other.members(table), meant).overlap();
        }
        return sum / RESAMPLES;
    }

    private LearnedRule learned(TraitTable table, int[] drawn, int rows) {
        TraitTable users = table.drawn(drawn);
        boolean[] in = new boolean[drawn.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = group[drawn[row]];
        }
        LearnedRule start =
                RuleTree.grow(RuleTree.data(users, in), rows + 1).rule(users).simplified(users, in);
        return start.rows() > rows ? start : new RuleRefiner(users, in, progress).refined(start, rows);
    }
}
