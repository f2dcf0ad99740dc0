package app.attune.rules;

import java.util.List;

/// What changed of what holds for all rules, in sentences.
final class PolicyDiff {
    private PolicyDiff() {}

    static void between(RulePolicy was, RulePolicy is, List<String> changes) {
        if (was.killSwitch() != is.killSwitch()) {
            changes.add(
                    is.isSwitchedOff()
                            ? "Pulled the kill switch: all rules but those that never show items are off."
                            : "Released the kill switch: rules work again.");
        }
        if (was.hitPolicy() != is.hitPolicy()) {
            changes.add("Changed how rules act from " + HitPolicyWords.name(was.hitPolicy()) + " to "
                    + HitPolicyWords.name(is.hitPolicy()) + ": " + HitPolicyWords.sentence(is.hitPolicy()));
        }
        if (!was.holdout().equals(is.holdout())) {
            changes.add("Changed the holdout from " + RuleSentence.of(was.holdout()) + " to "
                    + RuleSentence.of(is.holdout()) + ".");
        }
        was.listLimits().stream()
                .filter(limit -> !is.listLimits().contains(limit))
                .forEach(limit -> changes.add("Took out the limit of lists: at most " + LimitWords.of(limit) + "."));
        is.listLimits().stream()
                .filter(limit -> !was.listLimits().contains(limit))
                .forEach(limit -> changes.add("Limited lists: at most " + LimitWords.of(limit) + "."));
    }
}
