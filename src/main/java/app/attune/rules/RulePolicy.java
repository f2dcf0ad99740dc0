package app.attune.rules;

/// What holds for all rules of a set.
///
/// @param holdout    who gets no rule but Exclude
/// @param killSwitch whether all rules but Exclude are off for everybody
public record RulePolicy(Holdout holdout, KillSwitch killSwitch) {
    /// The switch for emergencies.
    public enum KillSwitch {
        /// Rules work as they say.
        RELEASED,
        /// Of all rules only Exclude works.
        PULLED
    }

    /// Nobody is held out and nothing switched off.
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
        return new RulePolicy(newHoldout, killSwitch);
    }

    public RulePolicy withKillSwitch(KillSwitch newSwitch) {
        return new RulePolicy(holdout, newSwitch);
    }
}
