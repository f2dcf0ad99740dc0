package app.attune.export;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.Holdout;
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
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Rules for a [GeneratedShop] that use every construct.
final class GeneratedRules {
    private GeneratedRules() {}

    /// A tenth of the users held out.
    static RuleProgram program() {
        return RuleProgram.of(rules()).withPolicy(RulePolicy.usual().withHoldout(new Holdout(10, "")));
    }

    /// The same rules without limits and for nobody held out, as flags can follow them.
    static RuleProgram withoutLimits() {
        return RuleProgram.of(rules().stream()
                .filter(rule -> !isSeeded(rule))
                .map(rule -> rule.withLimits(RuleLimits.none()))
                .toList());
    }

    /// Whether it starts from the item of its trigger.
    static boolean isSeeded(Rule rule) {
        return rule.treatment() instanceof Treatment.Recommend recommend && recommend.seed() == Treatment.Seed.TRIGGER;
    }

    static List<Rule> rules() {
        ItemSelector c1 = new ItemSelector.WithAttribute("category", List.of("c1"));
        ItemSelector c1c3 = new ItemSelector.WithAttribute("category", List.of("c1", "c3"));
        ItemSelector some =
                new ItemSelector.Items(List.of(new ItemId("1"), new ItemId("2"), new ItemId("x-9"), new ItemId("5")));
        return List.of(
                rule("popular-for-new", "new", new Treatment.Recommend("popularity")),
                rule("similar-for-buyers", "buyers", new Treatment.Recommend("item-knn"))
                        .withLimits(capped(1, new FrequencyCap.CalendarDay(ZoneId.of("UTC")))),
                rule("goes-with", "keen-or-german", new Treatment.Recommend("item-knn").with(Treatment.Seed.TRIGGER))
                        .withLimits(capped(1, new FrequencyCap.Last(7, FrequencyCap.Unit.DAYS))),
                rule("nothing-for-fans", "fans", new Treatment.Recommend("not-trained")),
                rule("pin-five", "germans", new Treatment.Pin(new ItemId("5"), 1)),
                rule("boost-c1", "recent", new Treatment.Boost(c1, 1.7))
                        .withLimits(RuleLimits.none().withRollout(new Rollout(62.5, ""))),
                rule("bury-c1-c3", "spenders", new Treatment.Bury(c1c3, 0.4)),
                rule("hide-some", "fans", new Treatment.Exclude(some)),
                rule("pin-two", "everybody", new Treatment.Pin(new ItemId("2"), 1))
                        .withLimits(capped(2, new FrequencyCap.Visit())),
                rule("cart-offer", "everybody", new Treatment.Offer("CART", "Free shipping"))
                        .withLimits(RuleLimits.none().withContext(cart())),
                rule("pin-nine", "everybody", new Treatment.Pin(new ItemId("x-9"), 3))
                        .withLimits(RuleLimits.none().withSchedule(nights())),
                rule("vip", "spenders", new Treatment.Offer("VIP10", "10 % off \u2014 \"today\""))
                        .withLimits(capped(3, new FrequencyCap.Last(7, FrequencyCap.Unit.DAYS))
                                .withRollout(new Rollout(40, "autumn"))),
                rule("hello", "never-there", new Treatment.Offer("HELLO", "")),
                new Rule(
                        new RuleId("draft"),
                        "Draft",
                        new SegmentId("everybody"),
                        new Treatment.Exclude(c1c3),
                        Rule.Status.DRAFT,
                        new RuleAbout(
                                "",
                                "Ada",
                                "SHOP-7",
                                List.of(new RuleAbout.Example(
                                        new UserId("someone@example.org"), RuleAbout.Expected.APPLIES)))));
    }

    private static RuleLimits capped(int times, FrequencyCap.Per per) {
        return RuleLimits.none().withCap(Optional.of(new FrequencyCap(times, per)));
    }

    private static ContextCondition cart() {
        return new ContextCondition(
                List.of("cart", "checkout"),
                List.of("phone"),
                Optional.of(new ItemSelector.WithAttribute("category", List.of("c2", "c4"))),
                OptionalDouble.of(49.9));
    }

    /// Nights of the weekend in which clocks change, and later ones.
    private static Schedule nights() {
        return new Schedule(
                ZoneId.of("Europe/Berlin"),
                Optional.of(LocalDateTime.parse("2026-10-24T00:00")),
                Optional.of(LocalDateTime.parse("2026-12-26T01:00")),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(22, 0), LocalTime.of(2, 30))));
    }

    private static Rule rule(String id, String segment, Treatment treatment) {
        return new Rule(
                new RuleId(id), "Rule *" + id + "*\n# x", new SegmentId(segment), treatment, Rule.Status.ACTIVE, "why");
    }
}
