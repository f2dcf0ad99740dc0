package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Random rules with conditions over the attributes of [Grid], that often meet at their edges.
final class RandomRuleSets {
    static final List<String> ITEMS = List.of("i1", "i2", "i3", "i4");
    private final SplittableRandom random;

    RandomRuleSets(SplittableRandom random) {
        this.random = random;
    }

    /// Under each hit policy in turn.
    static RuleProgram program(int seed, List<Rule> rules) {
        HitPolicy policy = List.of(HitPolicy.values()).get(seed % HitPolicy.values().length);
        return new RuleProgram(RulePolicy.usual().withHitPolicy(policy), rules);
    }

    /// The rules of a seed, most of them with a weight.
    static Map<Rule, Condition> weighed(int seed) {
        SplittableRandom weights = new SplittableRandom(1_000_000 + seed);
        Map<Rule, Condition> rules = new LinkedHashMap<>();
        new RandomRuleSets(new SplittableRandom(seed)).next().forEach((rule, condition) -> {
            OptionalInt weight = weights.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(weights.nextInt(3));
            rules.put(rule.withWeight(weight), condition);
        });
        return rules;
    }

    /// Two to five rules, each for the segment of the condition at its place.
    Map<Rule, Condition> next() {
        Map<Rule, Condition> rules = new LinkedHashMap<>();
        int n = 2 + random.nextInt(4);
        boolean oneKind = random.nextBoolean();
        int kind = random.nextInt(6);
        for (int i = 0; i < n; i++) {
            Rule rule = new Rule(
                    new RuleId("r" + i),
                    "R" + i,
                    new SegmentId("s" + i),
                    treatment(oneKind ? kind : random.nextInt(6)),
                    random.nextInt(8) == 0 ? Rule.Status.PAUSED : Rule.Status.ACTIVE,
                    "");
            rules.put(rule, tree(0));
        }
        return rules;
    }

    private Treatment treatment(int kind) {
        return switch (kind) {
            case 0 -> new Treatment.Recommend(pick(List.of("als", "knn")));
            case 1 -> new Treatment.Offer(pick(List.of("A", "B")), "text");
            case 2 -> new Treatment.Pin(new ItemId(pick(List.of("i1", "i2", "gone"))), 1 + random.nextInt(2));
            case 3 -> new Treatment.Exclude(items());
            case 4 -> new Treatment.Boost(items(), pick(List.of(2.0, 3.0)));
            default -> new Treatment.Bury(items(), pick(List.of(0.5, 0.25)));
        };
    }

    private ItemSelector items() {
        List<ItemId> some = new ArrayList<>();
        ITEMS.stream().filter(item -> random.nextInt(3) == 0).forEach(item -> some.add(new ItemId(item)));
        if (random.nextInt(6) == 0) {
            some.add(new ItemId("gone"));
        }
        return new ItemSelector.Items(some);
    }

    private Condition tree(int depth) {
        if (depth == 2 || random.nextInt(depth + 2) > 0) {
            return row();
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(tree(depth + 1));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new AllOf(parts);
            case 1 -> new AnyOf(parts);
            default -> new NoneOf(parts);
        };
    }

    Condition row() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> text("text", List.of("a", "b", "ab"));
            case 2 -> text("few", List.of("a", "b"));
            case 3, 4 -> number("number");
            case 5 -> number("score");
            case 6 -> compared("date", List.of("2026-01-01", "2026-01-01T00:00:00.001"));
            case 7 -> new ConsentCondition("mail", pick(List.of(ConsentCondition.Consented.values())));
            default ->
                random.nextBoolean()
                        ? new BucketCondition("salt", random.nextInt(3) * 25.0, 50 + random.nextInt(3) * 25.0)
                        : new UserListCondition(
                                pick(List.of(UserListCondition.Listed.values())),
                                List.of("user" + random.nextInt(3), "user" + random.nextInt(3)));
        };
    }

    private Condition text(String attribute, List<String> values) {
        Comparison comparison = pick(List.of(
                Comparison.IS,
                Comparison.IS,
                Comparison.IS_NOT,
                Comparison.CONTAINS,
                Comparison.STARTS_WITH,
                Comparison.IS_MISSING,
                Comparison.IS_PRESENT));
        return condition(attribute, comparison, values);
    }

    private Condition number(String attribute) {
        return compared(attribute, List.of("0", "1", "2"));
    }

    private Condition compared(String attribute, List<String> values) {
        Comparison comparison = pick(List.of(
                Comparison.IS,
                Comparison.IS_NOT,
                Comparison.AT_LEAST,
                Comparison.AT_MOST,
                Comparison.MORE_THAN,
                Comparison.LESS_THAN,
                Comparison.BETWEEN,
                Comparison.IS_MISSING,
                Comparison.IS_PRESENT));
        return condition(attribute, comparison, values);
    }

    private Condition condition(String attribute, Comparison comparison, List<String> values) {
        List<String> used = switch (comparison) {
            case IS_MISSING, IS_PRESENT -> List.of();
            case BETWEEN -> List.of(pick(values), pick(values));
            case IS, IS_NOT, CONTAINS ->
                random.nextBoolean() ? List.of(pick(values)) : List.of(pick(values), pick(values));
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, STARTS_WITH -> List.of(pick(values));
        };
        return new AttributeCondition(attribute, comparison, used, pick(List.of(WhenMissing.NO, WhenMissing.YES)));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
