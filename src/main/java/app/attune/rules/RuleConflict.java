package app.attune.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Two rules that match the same users, of which only one does something for them.
///
/// @param users how many match both and get nothing of the loser
public record RuleConflict(RuleId winner, RuleId loser, int users) {
    /// What settles a conflict.
    public enum Settled {
        /// The earlier of the two wins.
        BY_ORDER,
        /// The heavier of the two wins, else the earlier.
        BY_WEIGHT,
        /// Pins and exclusions come before boosts and burying wherever they stand.
        BY_KIND
    }

    /// Those of counted rules, most users first.
    public static List<RuleConflict> of(List<RuleReach> counted) {
        return counted.stream()
                .flatMap(reach -> reach.lostTo().entrySet().stream()
                        .map(lost -> new RuleConflict(lost.getKey(), reach.rule(), lost.getValue())))
                .sorted(Comparator.comparingInt(RuleConflict::users)
                        .reversed()
                        .thenComparing(conflict -> conflict.winner().value())
                        .thenComparing(conflict -> conflict.loser().value()))
                .toList();
    }

    public boolean isAbout(RuleId rule) {
        return winner.equals(rule) || loser.equals(rule);
    }

    /// Empty where one of the rules is gone.
    public Optional<Settled> settled(RuleProgram program) {
        return find(winner, program)
                .flatMap(won -> find(loser, program)
                        .map(lost -> settled(won, lost, program.policy().hitPolicy())));
    }

    private static Settled settled(Rule won, Rule lost, HitPolicy policy) {
        if (isPlacing(won.treatment()) && isScaling(lost.treatment()) && policy != HitPolicy.FIRST) {
            return Settled.BY_KIND;
        }
        return policy.isByWeight() ? Settled.BY_WEIGHT : Settled.BY_ORDER;
    }

    private static boolean isPlacing(Treatment treatment) {
        return treatment instanceof Treatment.Pin || treatment instanceof Treatment.Exclude;
    }

    private static boolean isScaling(Treatment treatment) {
        return treatment instanceof Treatment.Boost || treatment instanceof Treatment.Bury;
    }

    private static Optional<Rule> find(RuleId id, RuleProgram program) {
        return program.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
