package app.attune.rules.matrix;

import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.Schedule;
import app.attune.segments.Condition;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Narrows random rules: rollouts that share salts with one another and with rows, and in every third set schedules and
/// contexts.
final class RandomLimits {
    private static final List<Double> PERCENTS = List.of(0.0, 25.0, 50.0, 60.0, 99.5, 100.0);
    private static final List<String> SALTS = List.of("", "salt", "salt", "other");

    private final SplittableRandom random;

    RandomLimits(long seed) {
        this.random = new SplittableRandom(-1 - seed);
    }

    Map<Rule, Condition> of(Map<Rule, Condition> rules) {
        boolean timed = random.nextInt(3) == 0;
        Map<Rule, Condition> limited = new LinkedHashMap<>();
        rules.forEach((rule, condition) -> limited.put(rule.withLimits(limits(timed)), condition));
        return limited;
    }

    private RuleLimits limits(boolean timed) {
        RuleLimits limits = RuleLimits.none();
        if (random.nextInt(3) > 0) {
            limits = limits.withRollout(new Rollout(pick(PERCENTS), pick(SALTS)));
        }
        if (!timed || random.nextInt(3) > 0) {
            return limits;
        }
        if (random.nextInt(3) == 0) {
            return limits.withCap(Optional.of(new FrequencyCap(1, new FrequencyCap.Last(7, FrequencyCap.Unit.DAYS))));
        }
        return random.nextBoolean()
                ? limits.withSchedule(new Schedule(
                        ZoneOffset.UTC, Optional.empty(), Optional.empty(), Set.of(DayOfWeek.MONDAY), Optional.empty()))
                : limits.withContext(ContextCondition.any().withPlacements(List.of("home")));
    }

    static boolean isUnread(Rule rule) {
        return !rule.limits().schedule().isAlways()
                || !rule.limits().context().isAny()
                || rule.limits().cap().isPresent();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
