package app.attune.rules;

import java.util.List;

/// What holds for all rules of a set.
///
/// @param holdout    who gets no rule but Exclude
/// @param killSwitch whether all rules but Exclude are off for everybody
/// @param hitPolicy  which of the rules that match act
/// @param listLimits of every list, in order
public record RulePolicy(Holdout holdout, KillSwitch killSwitch, HitPolicy hitPolicy, List<ListLimit> listLimits) {
    public RulePolicy {
        listLimits = List.copyOf(listLimits);
    }

    /// The switch for emergencies.
    public enum KillSwitch {
        /// Rules work as they say.
        RELEASED,
        /// Of all rules only Exclude works.
        PULLED
    }

    /// With lists of any kind of items.
    public RulePolicy(Holdout holdout, KillSwitch killSwitch, HitPolicy hitPolicy) {
        this(holdout, killSwitch, hitPolicy, List.of());
    }

    /// With rules in their order.
    public RulePolicy(Holdout holdout, KillSwitch killSwitch) {
        this(holdout, killSwitch, HitPolicy.RULE_ORDER);
    }

    /// Nobody is held out, nothing switched off, and rules act in their order.
    public static RulePolicy usual() {
        return new RulePolicy(Holdout.nobody(), KillSwitch.RELEASED);
    }

    public boolean isSwitchedOff() {
        return killSwitch == KillSwitch.PULLED;
    }

    /// The same with nothing said of a holdout of nobody, such as its salt.
    public RulePolicy withoutIdle() {
        return holdout.isNobody() ? withHoldout(Holdout.nobody()) : this;
    }

    public RulePolicy withHoldout(Holdout newHoldout) {
        return new RulePolicy(newHoldout, killSwitch, hitPolicy, listLimits);
    }

    public RulePolicy withKillSwitch(KillSwitch newSwitch) {
        return new RulePolicy(holdout, newSwitch, hitPolicy, listLimits);
    }

    public RulePolicy withHitPolicy(HitPolicy newPolicy) {
        return new RulePolicy(holdout, killSwitch, newPolicy, listLimits);
    }

    public RulePolicy withListLimits(List<ListLimit> newLimits) {
        return new RulePolicy(holdout, killSwitch, hitPolicy, newLimits);
    }
}
