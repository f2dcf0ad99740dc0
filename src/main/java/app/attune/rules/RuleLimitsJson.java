package app.attune.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// What narrows a rule as fields of its JSON; what does not is left out.
final class RuleLimitsJson {
    private RuleLimitsJson() {}

    static void write(RuleLimits limits, ObjectNode rule) {
        RulePolicyJson.write(limits.rollout(), rule);
        if (!limits.schedule().equals(Schedule.always())) {
            rule.set("schedule", ScheduleJson.write(limits.schedule()));
        }
        if (!limits.context().isAny()) {
            rule.set("context", ContextJson.write(limits.context()));
        }
        limits.cap().ifPresent(cap -> rule.set("cap", CapJson.write(cap)));
    }

    static RuleLimits read(JsonNode rule, String what) {
        return new RuleLimits(
                RulePolicyJson.rollout(rule, what),
                rule.has("schedule")
                        ? ScheduleJson.read(rule.path("schedule"), what + ", schedule")
                        : Schedule.always(),
                rule.has("context")
                        ? ContextJson.read(rule.path("context"), what + ", context")
                        : ContextCondition.any(),
                rule.has("cap") ? Optional.of(CapJson.read(rule.path("cap"), what + ", cap")) : Optional.empty());
    }
}
