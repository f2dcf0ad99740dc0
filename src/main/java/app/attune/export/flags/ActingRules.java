package app.attune.export.flags;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The rules of a bundle's `rules.json` as their hit policy lets them act.
///
/// @param policy such as `rule-order`
/// @param rules  the active ones in the order in which they act
record ActingRules(String policy, List<JsonNode> rules) {
    private static final String RULE_ORDER = "rule-order";
    private static final String FIRST = "first";
    private static final String PRIORITY = "priority";
    private static final String COLLECT = "collect";
    private static final Set<String> FOLLOWED = Set.of(RULE_ORDER, FIRST, PRIORITY);

    ActingRules {
        rules = List.copyOf(rules);
    }

    static ActingRules of(JsonNode file) {
        String policy = file.path("decision").path("hitPolicy").asText(RULE_ORDER);
        List<JsonNode> rules = new ArrayList<>();
        file.path("rules").forEach(rule -> {
            if (rule.path("status").asText().equals("active")) {
                rules.add(rule);
            }
        });
        if (policy.equals(PRIORITY)) {
            Comparator<JsonNode> weight =
                    Comparator.comparingInt(rule -> rule.path("weight").asInt(0));
            rules.sort(weight.reversed());
        }
        return new ActingRules(policy, rules);
    }

    /// Whether only the first that matches acts, besides those that exclude items.
    boolean isFirstOnly() {
        return policy.equals(FIRST);
    }

    static boolean excludes(JsonNode rule) {
        return does(rule).equals("exclude");
    }

    static String does(JsonNode rule) {
        return rule.path("then").path("do").asText();
    }

    /// Whether flags, which pick one rule, can do as it says: of several offers they cannot show all.
    boolean isFollowed() {
        boolean alone = rules.stream()
                        .filter(rule -> does(rule).equals(FlagReader.OFFER))
                        .count()
                <= 1;
        return FOLLOWED.contains(policy) || (policy.equals(COLLECT) && alone);
    }
}
