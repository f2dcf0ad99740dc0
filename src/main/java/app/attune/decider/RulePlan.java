package app.attune.decider;

import app.attune.decider.ServerRule.Treatment;
import java.util.Optional;

/// A rule with what decisions need of it at hand.
///
/// @param at       its place among the rules, from 0
/// @param segment  number of its segment
/// @param selected items it boosts, buries or excludes
/// @param pin      item it pins, or [ItemIndex#UNKNOWN]
/// @param name     its id, as items of a list give it
record RulePlan(ServerRule rule, int at, int segment, ItemSet selected, int pin, Optional<String> name, RuleEnds ends) {
    static RulePlan of(ServerRule rule, int at, int segment, BundleContents contents, ItemIndex items) {
        ItemSet selected = switch (rule.then()) {
            case Treatment.Scale scale -> ItemSet.of(scale.selector(), contents, items);
            case Treatment.Exclude exclude -> ItemSet.of(exclude.selector(), contents, items);
            case Treatment.Recommend ignored -> ItemSet.NONE;
            case Treatment.Pin ignored -> ItemSet.NONE;
            case Treatment.Offer ignored -> ItemSet.NONE;
        };
        int pin = rule.then() instanceof Treatment.Pin pinned ? items.find(pinned.item()) : ItemIndex.UNKNOWN;
        return new RulePlan(rule, at, segment, selected, pin, Optional.of(rule.id()), RuleEnds.of(rule));
    }

    boolean shields() {
        return rule.then() instanceof Treatment.Exclude;
    }
}
