package app.attune.rules;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Schedules as JSON objects with a zone and what narrows.
final class ScheduleJson {
    private static final List<String> FIELDS = List.of("zone", "from", "to", "days", "hours");
    private static final List<String> ENDS = List.of("from", "to");
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    private ScheduleJson() {}

    static ObjectNode write(Schedule schedule) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("zone", schedule.zone().getId());
        schedule.from().ifPresent(from -> node.put("from", from.toString()));
        schedule.to().ifPresent(to -> node.put("to", to.toString()));
        if (!schedule.days().isEmpty()) {
            ArrayNode days = node.putArray("days");
            schedule.days().forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
        }
        schedule.hours()
                .ifPresent(hours -> node.putObject("hours")
                        .put("from", hours.from().toString())
                        .put("to", hours.to().toString()));
        return node;
    }

    static Schedule read(JsonNode node, String what) {
        RuleJson.only(node, FIELDS, what);
        return RuleJson.checked(
                what,
                () -> new Schedule(
                        zone(RuleJson.text(node, "zone", what), what),
                        end(node, "from", what, LocalDateTime::parse, "a date and time such as 2026-11-27T08:00"),
                        end(node, "to", what, LocalDateTime::parse, "a date and time such as 2026-11-27T08:00"),
                        days(node, what),
                        hours(node, what)));
    }

    static ZoneId zone(String id, String what) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw RuleJson.unreadable(what, "the zone \"" + id + "\" is not known; zones are such as Europe/Berlin");
        }
    }

    private static <T> Optional<T> end(
            JsonNode node, String field, String what, Function<String, T> reading, String such) {
        if (!node.has(field)) {
            return Optional.empty();
        }
        String text = RuleJson.text(node, field, what);
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeException e) {
            throw RuleJson.unreadable(what, "\"" + field + "\" is \"" + text + "\" and not " + such);
        }
    }

    private static Set<DayOfWeek> days(JsonNode node, String what) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : RuleJson.texts(node, "days", what)) {
            if (!DAYS.contains(word)) {
                throw RuleJson.unknown(what, "the day \"" + word + "\"", word, DAYS);
            }
            days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return days;
    }

    private static Optional<Schedule.Hours> hours(JsonNode node, String what) {
        if (!node.has("hours")) {
            return Optional.empty();
        }
        String place = what + ", hours";
        JsonNode hours = node.path("hours");
        RuleJson.only(hours, ENDS, place);
        Optional<LocalTime> from = end(hours, "from", place, LocalTime::parse, "a time such as 08:00");
        Optional<LocalTime> to = end(hours, "to", place, LocalTime::parse, "a time such as 08:00");
        if (from.isEmpty() || to.isEmpty()) {
            throw RuleJson.unreadable(place, "they need \"from\" and \"to\"");
        }
        return Optional.of(new Schedule.Hours(from.get(), to.get()));
    }
}
