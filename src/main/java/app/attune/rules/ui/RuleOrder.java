package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Changes of an ordered list of rules that give a new list.
final class RuleOrder {
    private RuleOrder() {}

    static List<Rule> inserted(List<Rule> rules, Rule rule, int index) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(index, rule);
        return List.copyOf(more);
    }

    static List<Rule> removed(List<Rule> rules, RuleId id) {
        return rules.stream().filter(rule -> !rule.id().equals(id)).toList();
    }

    /// With the rule at a place, 1 being the top; places beyond the ends are the ends.
    static List<Rule> moved(List<Rule> rules, RuleId id, int place) {
        List<Rule> moved = new ArrayList<>(rules);
        Rule rule = moved.remove(indexOf(rules, id));
        moved.add(Math.clamp(place - 1L, 0, moved.size()), rule);
        return List.copyOf(moved);
    }

    static int indexOf(List<Rule> rules, RuleId id) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The same under another id and name, as a draft.
    static Rule copy(Rule rule, RuleId id, String name) {
        return new Rule(
                id,
                name,
                rule.segment(),
                rule.treatment(),
                Rule.Status.DRAFT,
                rule.about(),
                rule.limits(),
                rule.weight());
    }

    /// `rule-N` with the smallest N that is free.
    static RuleId freeId(List<Rule> rules) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> new RuleId("rule-" + i))
                .filter(id -> rules.stream().noneMatch(rule -> rule.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }
}
