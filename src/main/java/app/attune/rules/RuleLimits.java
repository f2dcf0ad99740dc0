package app.attune.rules;

import java.util.Optional;

/// What narrows a rule besides its segment.
///
/// @param rollout  for which part of the users it is
/// @param schedule when it runs
/// @param context  for which requests it is
/// @param cap      how often it may fire for one user; empty for any number of times
public record RuleLimits(Rollout rollout, Schedule schedule, ContextCondition context, Optional<FrequencyCap> cap) {
    /// Without a cap.
    public RuleLimits(Rollout rollout, Schedule schedule, ContextCondition context) {
        this(rollout, schedule, context, Optional.empty());
    }

    /// Nothing does.
    public static RuleLimits none() {
        return new RuleLimits(Rollout.everybody(), Schedule.always(), ContextCondition.any());
    }

    /// The same with nothing said of what narrows nothing, such as the salt of a rollout to everybody.
    public RuleLimits withoutIdle() {
        return new RuleLimits(
                rollout.isEverybody() ? Rollout.everybody() : rollout,
                schedule.isAlways() ? Schedule.always() : schedule,
                context,
                cap);
    }

    public RuleLimits withRollout(Rollout newRollout) {
        return new RuleLimits(newRollout, schedule, context, cap);
    }

    public RuleLimits withSchedule(Schedule newSchedule) {
        return new RuleLimits(rollout, newSchedule, context, cap);
    }

    public RuleLimits withContext(ContextCondition newContext) {
        return new RuleLimits(rollout, schedule, newContext, cap);
    }

    public RuleLimits withCap(Optional<FrequencyCap> newCap) {
        return new RuleLimits(rollout, schedule, context, newCap);
    }
}
