package app.attune.rules;

import java.util.Map;
import java.util.Optional;

/// How many users one rule reaches.
///
/// @param matched users of its segment and rollout, in requests as it asks for
/// @param won     of them, those it does something for, if the model proposes every item
/// @param lost    the others of them
/// @param refused those of the lost who have not agreed to personalisation; no rule won over it for them
/// @param heldOut those of the lost who are held out from rules
/// @param lostTo  the lost by the rule that won over it
public record RuleReach(
        RuleId rule, int matched, int won, int lost, int refused, int heldOut, Map<RuleId, Integer> lostTo) {
    public RuleReach {
        lostTo = Map.copyOf(lostTo);
    }

    /// When nobody is held out.
    public RuleReach(RuleId rule, int matched, int won, int lost, int refused, Map<RuleId, Integer> lostTo) {
        this(rule, matched, won, lost, refused, 0, lostTo);
    }

    /// The rule most of its users are lost to.
    public Optional<RuleId> mainWinner() {
        return lostTo.entrySet().stream()
                .max(Map.Entry.<RuleId, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey);
    }
}
