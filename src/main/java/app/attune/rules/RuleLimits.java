package app.attune.rules;

/// What narrows a rule besides its segment.
///
/// @param rollout  for which part of the users it is
/// @param schedule when it runs
public record RuleLimits(Rollout rollout, Schedule schedule) {
    /// Nothing does.
    public static RuleLimits none() {
        return new RuleLimits(Rollout.everybody(), Schedule.always());
    }

    public RuleLimits withRollout(Rollout newRollout) {
        return new RuleLimits(newRollout, schedule);
    }

    public RuleLimits withSchedule(Schedule newSchedule) {
        return new RuleLimits(rollout, newSchedule);
    }
}
