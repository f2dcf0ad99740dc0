package app.attune.rules.versions;

import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSetDiff;
import java.util.List;
import java.util.Optional;

/// Conflicts of a merge in words.
public final class ConflictWords {
    private ConflictWords() {}

    /// The id of the rule, `policy` or `order`.
    public static String name(RuleMerge.Conflict conflict) {
        return switch (conflict.part()) {
            case RuleMerge.Part.OfRule rule -> rule.rule().value();
            case RuleMerge.Part.Policy ignored -> "policy";
            case RuleMerge.Part.Order ignored -> "order";
        };
    }

    /// What one side did, in sentences.
    ///
    /// @param side with the other side's part left out
    public static List<String> of(
            RuleMerge.Conflict conflict, RuleMerge.Side side, BranchMerge merge, RuleSentence words) {
        boolean isOurs = side == RuleMerge.Side.OURS;
        RuleSetDiff diff = new RuleSetDiff(words);
        return switch (conflict.part()) {
            case RuleMerge.Part.OfRule ignored ->
                diff.between(listed(conflict.base()), listed(isOurs ? conflict.ours() : conflict.theirs()));
            case RuleMerge.Part.Policy ignored ->
                diff.between(
                        base(merge).withRules(List.of()), program(merge, isOurs).withRules(List.of()));
            case RuleMerge.Part.Order ignored ->
                List.of("The order "
                        + String.join(
                                ", ",
                                program(merge, isOurs).rules().stream()
                                        .map(Rule::name)
                                        .toList())
                        + ".");
        };
    }

    private static List<Rule> listed(Optional<Rule> rule) {
        return rule.stream().toList();
    }

    private static RuleProgram base(BranchMerge merge) {
        return merge.base().map(set -> set.program()).orElse(RuleProgram.of(List.of()));
    }

    private static RuleProgram program(BranchMerge merge, boolean ours) {
        return (ours ? merge.ours() : merge.theirs()).program();
    }
}
