package app.attune.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Rollouts, the hit policy, the holdout and the kill switch as JSON; what is as usual is left out.
public final class RulePolicyJson {
    private static final List<String> PART = List.of("percent", "salt");

    private RulePolicyJson() {}

    /// Adds the fields of a policy.
    public static void write(RulePolicy policy, ObjectNode root) {
        if (policy.hitPolicy() != HitPolicy.RULE_ORDER) {
            root.put("hitPolicy", word(policy.hitPolicy()));
        }
        if (!policy.holdout().equals(Holdout.nobody())) {
            part(
                    root.putObject("holdout"),
                    policy.holdout().percent(),
                    policy.holdout().salt());
        }
        if (policy.isSwitchedOff()) {
            root.put("switchedOff", true);
        }
        LimitJson.write(policy.listLimits(), root);
    }

    static RulePolicy read(JsonNode root, String what) {
        Holdout holdout = Holdout.nobody();
        if (root.has("holdout")) {
            String place = what + ", holdout";
            JsonNode node = part(root.path("holdout"), place);
            holdout = RuleJson.checked(
                    place,
                    () -> new Holdout(
                            RuleJson.number(node, "percent", place), RuleJson.textOr(node, "salt", "", place)));
        }
        JsonNode off = root.path("switchedOff");
        if (!off.isMissingNode() && !off.isBoolean()) {
            throw RuleJson.unreadable(what, "\"switchedOff\" says true or false");
        }
        return new RulePolicy(
                holdout,
                off.asBoolean() ? RulePolicy.KillSwitch.PULLED : RulePolicy.KillSwitch.RELEASED,
                root.has("hitPolicy") ? hitPolicy(RuleJson.text(root, "hitPolicy", what), what) : HitPolicy.RULE_ORDER,
                LimitJson.read(root, what));
    }

    /// Such as `rule-order`.
    public static String word(HitPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static HitPolicy hitPolicy(String word, String what) {
        List<HitPolicy> all = List.of(HitPolicy.values());
        return all.stream()
                .filter(policy -> word(policy).equals(word))
                .findFirst()
                .orElseThrow(() -> RuleJson.unknown(
                        what,
                        "the hit policy \"" + word + "\"",
                        word,
                        all.stream().map(RulePolicyJson::word).toList()));
    }

    static void write(Rollout rollout, ObjectNode rule) {
        if (!rollout.equals(Rollout.everybody())) {
            part(rule.putObject("rollout"), rollout.percent(), rollout.salt());
        }
    }

    static Rollout rollout(JsonNode rule, String what) {
        if (!rule.has("rollout")) {
            return Rollout.everybody();
        }
        String place = what + ", rollout";
        JsonNode node = part(rule.path("rollout"), place);
        return RuleJson.checked(
                place,
                () -> new Rollout(RuleJson.number(node, "percent", place), RuleJson.textOr(node, "salt", "", place)));
    }

    private static JsonNode part(JsonNode node, String place) {
        if (node.isNumber()) {
            throw RuleJson.unreadable(
                    place, "found " + node.asText() + " where {\"percent\": " + node.asText() + "} is expected");
        }
        RuleJson.only(node, PART, place);
        return node;
    }

    private static void part(ObjectNode node, double percent, String salt) {
        node.put("percent", percent);
        if (!salt.isEmpty()) {
            node.put("salt", salt);
        }
    }
}
