package app.attune.rules;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Caps of rules as JSON objects, and what was shown before as fields of a request.
final class CapJson {
    private static final List<String> FIELDS = List.of("times", "per", "length", "zone");
    private static final List<String> PERS = List.of("days", "hours", "calendar-day", "visit");

    private CapJson() {}

    static ObjectNode write(FrequencyCap cap) {
        ObjectNode node = Json.mapper().createObjectNode().put("times", cap.times());
        return switch (cap.per()) {
            case FrequencyCap.Last last ->
                node.put("per", last.unit().name().toLowerCase(Locale.ROOT)).put("length", last.length());
            case FrequencyCap.CalendarDay day ->
                node.put("per", "calendar-day").put("zone", day.zone().getId());
            case FrequencyCap.Visit ignored -> node.put("per", "visit");
        };
    }

    static FrequencyCap read(JsonNode node, String what) {
        RuleJson.only(node, FIELDS, what);
        String per = RuleJson.text(node, "per", what);
        return RuleJson.checked(
                what,
                () -> new FrequencyCap(
                        whole(node, "times", what),
                        switch (per) {
                            case "days" -> last(node, FrequencyCap.Unit.DAYS, what);
                            case "hours" -> last(node, FrequencyCap.Unit.HOURS, what);
                            case "calendar-day" -> {
                                none(node, "length", per, what);
                                yield new FrequencyCap.CalendarDay(
                                        ScheduleJson.zone(RuleJson.text(node, "zone", what), what));
                            }
                            case "visit" -> {
                                none(node, "length", per, what);
                                none(node, "zone", per, what);
                                yield new FrequencyCap.Visit();
                            }
                            default -> throw RuleJson.unknown(what, "the window \"" + per + "\"", per, PERS);
                        }));
    }

    private static FrequencyCap.Last last(JsonNode node, FrequencyCap.Unit unit, String what) {
        none(node, "zone", unit.name().toLowerCase(Locale.ROOT), what);
        return new FrequencyCap.Last(whole(node, "length", what), unit);
    }

    private static void none(JsonNode node, String field, String per, String what) {
        if (node.has(field)) {
            throw RuleJson.unreadable(what, "a cap per \"" + per + "\" has no \"" + field + "\"");
        }
    }

    private static int whole(JsonNode node, String field, String what) {
        double number = RuleJson.number(node, field, what);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw RuleJson.unreadable(what, "\"" + field + "\" is no whole number");
        }
        return (int) number;
    }

    /// The fields of a request.
    static Shown shown(JsonNode request, String what) {
        Map<RuleId, List<Instant>> firings = new HashMap<>();
        if (request.has("shown") && !request.path("shown").isObject()) {
            throw RuleJson.unreadable(what, "\"shown\" names no rules with their times");
        }
        for (Map.Entry<String, JsonNode> rule : request.path("shown").properties()) {
            List<Instant> times = RuleJson.texts(request.path("shown"), rule.getKey(), what).stream()
                    .map(text -> time(text, what))
                    .toList();
            firings.put(RuleJson.checked(what, () -> new RuleId(rule.getKey())), times);
        }
        Optional<Instant> visit = request.has("visitStart")
                ? Optional.of(time(RuleJson.text(request, "visitStart", what), what))
                : Optional.empty();
        return new Shown(firings, visit);
    }

    static Instant time(String text, String what) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw RuleJson.unreadable(what, "\"" + text + "\" is no time such as 2026-11-27T10:00:00Z");
        }
    }

    /// Adds the fields of a request.
    static void write(Shown shown, ObjectNode request) {
        if (!shown.firings().isEmpty()) {
            ObjectNode firings = request.putObject("shown");
            shown.sorted().forEach((rule, times) -> {
                ArrayNode array = firings.putArray(rule);
                times.stream().map(Instant::toString).forEach(array::add);
            });
        }
        shown.visitStart().ifPresent(start -> request.put("visitStart", start.toString()));
    }
}
