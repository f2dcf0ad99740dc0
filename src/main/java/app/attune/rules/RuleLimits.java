package app.attune.rules;

/// What narrows a rule besides its segment.
public record RuleLimits(Rollout rollout) {
    /// Nothing does.
    public static RuleLimits none() {
        return new RuleLimits(Rollout.everybody());
    }

    public RuleLimits withRollout(Rollout newRollout) {
        return new RuleLimits(newRollout);
    }
}
