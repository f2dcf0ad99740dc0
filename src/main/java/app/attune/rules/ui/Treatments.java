package app.attune.rules.ui;

import app.attune.core.ItemId;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.util.List;

/// The kinds of treatments a rule can have, and a sensible start for each.
enum Treatments {
    BOOST,
    BURY,
    PIN,
    EXCLUDE,
    RECOMMEND,
    OFFER;

    private static final double USUAL_BOOST = 1.5;
    private static final double USUAL_BURY = 0.5;

    static Treatments of(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Boost ignored -> BOOST;
            case Treatment.Bury ignored -> BURY;
            case Treatment.Pin ignored -> PIN;
            case Treatment.Exclude ignored -> EXCLUDE;
            case Treatment.Recommend ignored -> RECOMMEND;
            case Treatment.Offer ignored -> OFFER;
        };
    }

    /// A new rule: boosts the most frequent category a little.
    static Rule draft(RuleId id, String name, SegmentId segment, RuleBasis basis) {
        Treatment boost = new Treatment.Boost(usualItems(basis), USUAL_BOOST);
        return new Rule(id, name, segment, boost, Rule.Status.DRAFT, "");
    }

    /// A treatment of this kind that keeps the items of `before` where both have some.
    Treatment start(Treatment before, RuleBasis basis) {
        ItemSelector items = items(before, basis);
        return switch (this) {
            case BOOST -> new Treatment.Boost(items, USUAL_BOOST);
            case BURY -> new Treatment.Bury(items, USUAL_BURY);
            case EXCLUDE -> new Treatment.Exclude(items);
            case PIN -> new Treatment.Pin(firstItem(items, basis), 1);
            case RECOMMEND ->
                new Treatment.Recommend(
                        basis.models().stream().sorted().findFirst().orElse("popularity"));
            case OFFER -> new Treatment.Offer("OFFER", "");
        };
    }

    private static ItemSelector items(Treatment before, RuleBasis basis) {
        return switch (before) {
            case Treatment.Boost boost -> boost.items();
            case Treatment.Bury bury -> bury.items();
            case Treatment.Exclude exclude -> exclude.items();
            case Treatment.Pin pin -> new ItemSelector.Items(List.of(pin.item()));
            case Treatment.Recommend ignored -> usualItems(basis);
            case Treatment.Offer ignored -> usualItems(basis);
        };
    }

    private static ItemSelector usualItems(RuleBasis basis) {
        List<String> attributes = basis.catalogue().attributes();
        String attribute = attributes.contains("category")
                ? "category"
                : attributes.stream().findFirst().orElse("");
        return attribute.isEmpty()
                ? new ItemSelector.Items(List.of())
                : new ItemSelector.WithAttribute(attribute, basis.catalogue().values(attribute, 1));
    }

    private static ItemId firstItem(ItemSelector items, RuleBasis basis) {
        return basis.catalogue().items().stream()
                .filter(item -> items.selects(item, basis.catalogue()))
                .findFirst()
                .or(() -> basis.catalogue().items().stream().findFirst())
                .orElse(new ItemId("item"));
    }
}
