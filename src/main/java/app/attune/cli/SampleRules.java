package app.attune.cli;

import app.attune.recommend.Algorithm;
import app.attune.rules.FrequencyCap;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules the sample shop's analysts would have, strongest first.
final class SampleRules {
    private static final int DAYS_A_WEEK = 7;

    private SampleRules() {}

    static List<Rule> all() {
        return List.of(
                rule(
                        "welcome",
                        "Start newcomers on what sells",
                        "new-signups",
                        new Treatment.Recommend(Algorithm.POPULARITY.kind()),
                        "They have no history to learn from yet."),
                rule(
                        "tents",
                        "Push tents to tent browsers",
                        "tent-browsers",
                        new Treatment.Boost(new ItemSelector.WithAttribute("top_category", List.of("Tents")), 1.5),
                        "They look at tents and have not bought one."),
                rule(
                        "vip-thanks",
                        "Thank VIPs",
                        "vip",
                        new Treatment.Offer("VIP10", "10% off your next order"),
                        "Keep the users who bring the most revenue."),
                rule(
                        "basket",
                        "Bring baskets home",
                        "cart-abandoners",
                        new Treatment.Offer("FREESHIP", "Free shipping this week"),
                        "Shipping cost is the most named reason for leaving a basket."),
                rule(
                        "win-back",
                        "Win back lapsed buyers",
                        "lapsed",
                        new Treatment.Offer("BACK15", "15% off, we missed you"),
                        "One order after a pause halves the risk of losing the user."),
                rule(
                        "frequent",
                        "Item neighbours for frequent buyers",
                        "frequent-buyers",
                        new Treatment.Recommend(Algorithm.ITEM_KNN.kind()),
                        "Their history is long enough for good neighbours."),
                goesWith(),
                weekend());
    }

    /// A draft, so that flags of other engines, which remember nothing, can be written of the others.
    private static Rule goesWith() {
        Treatment start = new Treatment.Recommend(Algorithm.ITEM_KNN.kind(), List.of(Algorithm.POPULARITY.kind()))
                .with(Treatment.Seed.TRIGGER);
        FrequencyCap weekly = new FrequencyCap(1, new FrequencyCap.Last(DAYS_A_WEEK, FrequencyCap.Unit.DAYS));
        return rule(
                        "goes-with",
                        "What goes with the item they come back to",
                        SampleSegments.KEEN,
                        start,
                        "They looked at one thing again and again: show what is bought with it, once a week.")
                .withStatus(Rule.Status.DRAFT)
                .withLimits(RuleLimits.none().withCap(Optional.of(weekly)));
    }

    /// A draft, so that flags of other engines, which know no weekends, can be written of the others.
    private static Rule weekend() {
        Schedule weekends = new Schedule(
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                Optional.empty(),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0))));
        return rule(
                        "weekend-shoes",
                        "Shoes for the weekend",
                        "german-mobile",
                        new Treatment.Boost(new ItemSelector.WithAttribute("top_category", List.of("Shoes")), 1.3),
                        "Who looks on the phone at a weekend is often on the way.")
                .withStatus(Rule.Status.DRAFT)
                .withLimits(RuleLimits.none().withSchedule(weekends));
    }

    private static Rule rule(String id, String name, String segment, Treatment treatment, String intent) {
        return new Rule(
                new RuleId(id),
                name,
                new SegmentId(segment),
                treatment,
                Rule.Status.ACTIVE,
                new RuleAbout(intent, "Shop team", "", List.of()));
    }
}
