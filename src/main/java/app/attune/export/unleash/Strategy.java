package app.attune.export.unleash;

import app.attune.export.unleash.Murmur3.Parts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// One way for a feature to be on: its constraints and all of its segments hold, and its own parameters let the user
/// in. A strategy that is not known lets nobody in.
///
/// @param segments constraints by id
record Strategy(JsonNode node, String feature, Map<String, JsonNode> segments) {
    private static final Parts PERCENT = new Parts(100, 0);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    boolean admits(UnleashContext context) {
        for (JsonNode segment : node.path("segments")) {
            JsonNode constraints = segments.get(segment.asText());
            if (constraints == null || !hold(constraints, context)) {
                return false;
            }
        }
        return hold(node.path("constraints"), context) && lets(context);
    }

    private static boolean hold(JsonNode constraints, UnleashContext context) {
        for (JsonNode constraint : constraints) {
            if (!new Constraint(constraint).holds(context)) {
                return false;
            }
        }
        return true;
    }

    private boolean lets(UnleashContext context) {
        return switch (node.path("name").asText()) {
            case "default" -> true;
            case "userWithId" -> listed("userIds", context.value("userId"), String::equals);
            case "remoteAddress" -> listed("IPs", context.value("remoteAddress"), Addresses::isIn);
            case "gradualRolloutUserId" -> rolledOut("percentage", context.value("userId"));
            case "gradualRolloutSessionId" -> rolledOut("percentage", context.value("sessionId"));
            case "gradualRolloutRandom" ->
                number("percentage") > context.random().nextInt(100);
            case "flexibleRollout" -> rolledOut("rollout", context.sticky(stickiness()));
            default -> false;
        };
    }

    private String parameter(String name) {
        return node.path("parameters").path(name).asText("");
    }

    String stickiness() {
        String stickiness = parameter("stickiness");
        return stickiness.isEmpty() ? "default" : stickiness;
    }

    String group() {
        String group = parameter("groupId");
        return group.isEmpty() ? feature : group;
    }

    private int number(String name) {
        try {
            return Integer.parseInt(parameter(name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private boolean listed(String name, Optional<String> value, BiPredicate<String, String> test) {
        return value.isPresent()
                && COMMA.splitAsStream(parameter(name).strip()).anyMatch(one -> test.test(value.get(), one));
    }

    private boolean rolledOut(String name, Optional<String> value) {
        return value.map(sticky -> Murmur3.part(group(), sticky, PERCENT) <= number(name))
                .orElse(false);
    }
}
