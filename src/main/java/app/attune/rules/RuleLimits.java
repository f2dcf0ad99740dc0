package app.attune.rules;

/// What narrows a rule besides its segment.
///
/// @param rollout  for which part of the users it is
/// @param schedule when it runs
/// @param context  for which requests it is
public record RuleLimits(Rollout rollout, Schedule schedule, ContextCondition context) {
    /// Nothing does.
    public static RuleLimits none() {
        return new RuleLimits(Rollout.everybody(), Schedule.always(), ContextCondition.any());
    }

    /// The same with nothing said of what narrows nothing, such as the salt of a rollout to everybody.
    public RuleLimits withoutIdle() {
        return new RuleLimits(
                rollout.isEverybody() ? Rollout.everybody() : rollout,
                schedule.isAlways() ? Schedule.always() : schedule,
                context);
    }

    public RuleLimits withRollout(Rollout newRollout) {
        return new RuleLimits(newRollout, schedule, context);
    }

    public RuleLimits withSchedule(Schedule newSchedule) {
        return new RuleLimits(rollout, newSchedule, context);
    }

    public RuleLimits withContext(ContextCondition newContext) {
        return new RuleLimits(rollout, schedule, newContext);
    }
}
