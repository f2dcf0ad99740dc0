package app.attune.export;

import app.attune.core.ItemId;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Forty rules with every treatment, limit, weight and two statuses, one for each of [ProofSegments].
public final class ProofRules {
    public static final int RULES = 40;

    private static final int HELD_OUT = 10;
    private static final int WEIGHTS = 5;

    private ProofRules() {}

    /// @param items  some of those that the data has
    /// @param models that are trained
    public static RuleProgram of(
            List<SegmentDraft> segments, List<String> items, List<String> models, HitPolicy policy) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            // Everybody comes last, or nobody else's rule would ever act first.
            String segment = i == RULES - 1
                    ? "everybody"
                    : segments.get(i % segments.size()).id().value();
            rules.add(new Rule(
                            new RuleId("rule-%02d".formatted(i)),
                            "Rule *" + i + "*\n# '\"\\",
                            new SegmentId(segment),
                            treatment(i, items, models),
                            i == 37 ? Rule.Status.DRAFT : Rule.Status.ACTIVE,
                            "why")
                    .withLimits(limits(i))
                    .withWeight(i % 7 == 0 ? OptionalInt.empty() : OptionalInt.of(i * 3 % WEIGHTS)));
        }
        return new RuleProgram(
                RulePolicy.usual().withHoldout(new Holdout(HELD_OUT, "")).withHitPolicy(policy), rules);
    }

    /// No pin stands against another, as each has a place of its own.
    private static Treatment treatment(int i, List<String> items, List<String> models) {
        ItemId item = new ItemId(items.get(i % items.size()));
        ItemSelector some = new ItemSelector.Items(List.of(item, new ItemId(items.get((i + 3) % items.size()))));
        return switch (i % 6) {
            case 0 -> new Treatment.Recommend("popularity");
            case 1 -> new Treatment.Offer("CODE" + i, "10 % off \u2014 'today' \"\\ \n" + i);
            case 2 -> new Treatment.Boost(new ItemSelector.WithAttribute("category", List.of("c\"1'", "x")), 1.5);
            case 3 -> new Treatment.Bury(some, .4);
            case 4 -> new Treatment.Pin(item, 1 + i / 6);
            default ->
                i == 5
                        ? new Treatment.Exclude(some)
                        : new Treatment.Recommend(models.getFirst(), models.subList(1, models.size()));
        };
    }

    /// Those of the last rules but one.
    private static RuleLimits limits(int i) {
        RuleLimits none = RuleLimits.none();
        return switch (i) {
            case 30 -> none.withRollout(new Rollout(62.5, ""));
            case 31 -> none.withSchedule(nights());
            case 32 ->
                none.withContext(ContextCondition.any()
                        .withPlacements(List.of("cart"))
                        .withDevices(List.of("phone"))
                        .withTotal(OptionalDouble.of(49.9)));
            case 33 -> none.withCap(Optional.of(new FrequencyCap(2, new FrequencyCap.Visit())));
            case 34 -> none.withCap(Optional.of(new FrequencyCap(1, new FrequencyCap.CalendarDay(ZoneId.of("UTC")))));
            case 35 -> none.withCap(Optional.of(new FrequencyCap(3, new FrequencyCap.Last(7, FrequencyCap.Unit.DAYS))));
            default -> none;
        };
    }

    private static Schedule nights() {
        return new Schedule(
                ZoneId.of("Europe/Berlin"),
                Optional.of(LocalDateTime.parse("2026-10-24T00:00")),
                Optional.of(LocalDateTime.parse("2026-12-26T01:00")),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(22, 0), LocalTime.of(2, 30))));
    }
}
