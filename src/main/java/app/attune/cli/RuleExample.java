package app.attune.cli;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.Dictionary;
import app.attune.recommend.Algorithm;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// A small set of rules to start from, made of the segments, models and items a workspace has.
final class RuleExample {
    /// The segment the example names where there is none.
    static final String SEGMENT = "frequent-buyers";

    private static final int HEAVIEST = 400;
    private static final int STEP = 100;
    private static final int DAYS_A_WEEK = 7;

    private RuleExample() {}

    /// The first rule is active, the others are drafts; they act by weight, which is their order.
    static RuleProgram of(Services services, Progress progress) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : rules(services, progress)) {
            rules.add(rule.withWeight(OptionalInt.of(HEAVIEST - rules.size() * STEP)));
        }
        return new RuleProgram(RulePolicy.usual().withHitPolicy(HitPolicy.PRIORITY), rules);
    }

    private static List<Rule> rules(Services services, Progress progress) {
        List<SegmentDefinition> segments = services.segments().list();
        SegmentId segment = segments.isEmpty()
                ? new SegmentId(SEGMENT)
                : segments.getFirst().id();
        List<String> models = models(services);
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(
                new RuleId("example-list"),
                "Take the list from a model",
                segment,
                new Treatment.Recommend(models.getFirst(), models.subList(1, models.size())),
                Rule.Status.ACTIVE,
                new RuleAbout("Why this rule exists.", "Who answers for it", "", List.of())));
        Dictionary items = services.populations().current(progress).events().items();
        if (items.size() > 0) {
            ItemSelector first = new ItemSelector.Items(List.of(new ItemId(items.text(0))));
            rules.add(draft("example-boost", "Show an item more often", segment, new Treatment.Boost(first, 1.5)));
        }
        segments.stream()
                .filter(one -> TriggerItem.row(one.condition()).isPresent())
                .findFirst()
                .ifPresent(one -> rules.add(triggered(one.id(), models)));
        Treatment offer = new Treatment.Offer("CODE10", "10% off your next order");
        rules.add(draft("example-offer", "Make an offer", segment, offer)
                .withLimits(limits(services.populations().current(progress).defaultAsOf())));
        return rules;
    }

    /// What goes with the item that users come back to, once in a week.
    private static Rule triggered(SegmentId segment, List<String> models) {
        Treatment start = new Treatment.Recommend(models.getFirst()).with(Treatment.Seed.TRIGGER);
        FrequencyCap weekly = new FrequencyCap(1, new FrequencyCap.Last(DAYS_A_WEEK, FrequencyCap.Unit.DAYS));
        return draft("example-trigger", "Interested in one item: what goes with it", segment, start)
                .withLimits(RuleLimits.none().withCap(Optional.of(weekly)));
    }

    /// One of each kind.
    private static RuleLimits limits(Instant now) {
        LocalDateTime start = now.atZone(ZoneOffset.UTC).toLocalDate().atStartOfDay();
        Schedule schedule = new Schedule(
                ZoneOffset.UTC,
                Optional.of(start),
                Optional.of(start.plusMonths(1)),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0))));
        ContextCondition context = ContextCondition.any()
                .withPlacements(List.of("cart"))
                .withDevices(List.of("phone"))
                .withTotal(OptionalDouble.of(50));
        return new RuleLimits(new Rollout(50, ""), schedule, context);
    }

    /// The kinds that are trained, the newest first, popularity last.
    private static List<String> models(Services services) {
        List<String> kinds = new ArrayList<>(services.models().list().stream()
                .map(card -> card.kind())
                .distinct()
                .toList());
        kinds.remove(Algorithm.POPULARITY.kind());
        kinds.add(Algorithm.POPULARITY.kind());
        return kinds;
    }

    private static Rule draft(String id, String name, SegmentId segment, Treatment treatment) {
        return new Rule(
                new RuleId(id),
                name,
                segment,
                treatment,
                Rule.Status.DRAFT,
                "Does nothing until its status is active.");
    }
}
