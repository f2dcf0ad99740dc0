package app.attune.cli;

import app.attune.recommend.Algorithm;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleId;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.util.List;

/// The rules the sample shop's analysts would have, strongest first.
final class SampleRules {
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
                        "Their history is long enough for good neighbours."));
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
