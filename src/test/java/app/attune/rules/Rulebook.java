package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.segments.SegmentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Short words for rules in tests: every rule is active and for the segment `all`.
public final class Rulebook {
    public static final SegmentId ALL = new SegmentId("all");
    public static final Set<SegmentId> MEMBER = Set.of(ALL);

    private Rulebook() {}

    public static Rule rule(String id, Treatment treatment) {
        return new Rule(new RuleId(id), "Rule " + id, ALL, treatment, Rule.Status.ACTIVE, "");
    }

    public static Rule ruleFor(String id, String segment, Treatment treatment) {
        return new Rule(new RuleId(id), "Rule " + id, new SegmentId(segment), treatment, Rule.Status.ACTIVE, "");
    }

    public static ItemSelector items(String... ids) {
        return new ItemSelector.Items(Arrays.stream(ids).map(ItemId::new).toList());
    }

    public static Treatment boost(double factor, String... ids) {
        return new Treatment.Boost(items(ids), factor);
    }

    public static Treatment bury(double factor, String... ids) {
        return new Treatment.Bury(items(ids), factor);
    }

    public static Treatment pin(String item, int place) {
        return new Treatment.Pin(new ItemId(item), place);
    }

    public static Treatment exclude(String... ids) {
        return new Treatment.Exclude(items(ids));
    }

    public static Treatment offer(String code) {
        return new Treatment.Offer(code, "Text of " + code);
    }

    /// Items with falling scores: the first has the highest, the last has 1.
    public static List<Candidate> candidates(String... ids) {
        return java.util.stream.IntStream.range(0, ids.length)
                .mapToObj(i -> new Candidate(new ItemId(ids[i]), ids.length - i))
                .toList();
    }

    public static ItemAttributes attributes(Map<String, String> valueByItem) {
        return (item, attribute) -> Optional.ofNullable(valueByItem.get(item.value()));
    }

    public static RuleOutcome decide(List<Rule> rules, List<Candidate> candidates, int length) {
        RulePlan plan = RuleEngine.plan(rules, MEMBER, Personalisation.ALLOWED);
        return RuleEngine.apply(plan, candidates, ItemAttributes.none(), length);
    }

    public static List<String> shown(RuleOutcome outcome) {
        return outcome.items().stream().map(item -> item.item().value()).toList();
    }
}
