package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.Schedule;
import app.attune.segments.Condition;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/// Narrows random rules: rollouts that share salts with one another and with rows, schedules that meet at their edges
/// and where clocks change, contexts and caps.
final class RandomLimits {
    private static final List<Double> PERCENTS = List.of(0.0, 25.0, 50.0, 60.0, 99.5, 100.0);
    private static final List<String> SALTS = List.of("", "salt", "salt", "other");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));
    private static final List<LocalDateTime> DATES = List.of(
            LocalDateTime.of(2026, 3, 16, 0, 0),
            LocalDateTime.of(2026, 3, 28, 10, 0),
            LocalDateTime.of(2026, 3, 29, 2, 30),
            LocalDateTime.of(2026, 4, 2, 0, 0),
            LocalDateTime.of(2026, 10, 25, 2, 30));
    private static final List<Set<DayOfWeek>> DAYS = List.of(
            Set.of(DayOfWeek.MONDAY),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(DayOfWeek.SUNDAY),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY));
    private static final List<Schedule.Hours> HOURS =
            List.of(hours(9, 12), hours(12, 17), hours(22, 2), hours(2, 3), hours(10, 11), hours(18, 9));

    private final SplittableRandom random;

    RandomLimits(long seed) {
        this.random = new SplittableRandom(-1 - seed);
    }

    private static Schedule.Hours hours(int from, int to) {
        return new Schedule.Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    Map<Rule, Condition> of(Map<Rule, Condition> rules) {
        boolean timed = random.nextInt(4) > 0;
        Map<Rule, Condition> limited = new LinkedHashMap<>();
        rules.forEach((rule, condition) -> limited.put(rule.withLimits(limits(timed)), condition));
        return limited;
    }

    private RuleLimits limits(boolean timed) {
        RuleLimits limits = RuleLimits.none();
        if (random.nextInt(3) == 0) {
            limits = limits.withRollout(new Rollout(pick(PERCENTS), pick(SALTS)));
        }
        if (!timed) {
            return limits;
        }
        if (random.nextInt(4) == 0) {
            limits = limits.withCap(Optional.of(new FrequencyCap(
                    1 + random.nextInt(2),
                    pick(List.of(
                            new FrequencyCap.Last(7, FrequencyCap.Unit.DAYS),
                            new FrequencyCap.CalendarDay(ZoneId.of("Europe/Berlin")),
                            new FrequencyCap.Visit())))));
        }
        if (random.nextBoolean()) {
            limits = limits.withSchedule(schedule());
        }
        return random.nextBoolean() ? limits.withContext(context()) : limits;
    }

    private Schedule schedule() {
        int from = random.nextInt(DATES.size());
        int to = random.nextInt(DATES.size());
        boolean bounded = random.nextInt(3) == 0 && from < to;
        boolean hourly = random.nextInt(2) == 0;
        return new Schedule(
                pick(ZONES),
                bounded || random.nextInt(6) == 0 ? Optional.of(DATES.get(from)) : Optional.empty(),
                bounded ? Optional.of(DATES.get(to)) : Optional.empty(),
                !hourly || random.nextInt(3) == 0 ? pick(DAYS) : Set.of(),
                hourly ? Optional.of(pick(HOURS)) : Optional.empty());
    }

    private ContextCondition context() {
        ContextCondition context = ContextCondition.any();
        if (random.nextInt(2) == 0) {
            context = context.withPlacements(pick(List.of(List.of("home"), List.of("home", "cart"), List.of("page"))));
        }
        if (random.nextInt(3) == 0) {
            context = context.withDevices(pick(List.of(List.of("phone"), List.of("phone", "desktop"))));
        }
        if (random.nextInt(3) == 0) {
            context = context.withContains(Optional.of(pick(List.of(
                    items("i1"),
                    items("i1", "i2"),
                    items("i3", "gone"),
                    items(),
                    new ItemSelector.WithAttribute("colour", List.of("red")),
                    new ItemSelector.WithAttribute("colour", List.of("red", "blue")),
                    new ItemSelector.WithAttribute("colour", List.of("green"))))));
        }
        return random.nextInt(3) == 0 ? context.withTotal(OptionalDouble.of(pick(List.of(10.0, 20.0, 50.0)))) : context;
    }

    private static ItemSelector items(String... ids) {
        return new ItemSelector.Items(List.of(ids).stream().map(ItemId::new).toList());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
