package app.attune.decider;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What whoever asks remembers of the user: for each rule with a cap, when it FIRED in decisions that were shown, and
/// when the visit began. A rule that is not there has never fired. Remember at least as long as caps look back.
///
/// @param firings    by the id of the rule, in any order
/// @param visitStart for caps per visit
public record ServerShown(Map<String, List<Instant>> firings, Optional<Instant> visitStart) {
    private static final ServerShown NOTHING = new ServerShown(Map.of(), Optional.empty());

    public ServerShown {
        Map<String, List<Instant>> copy = new HashMap<>();
        firings.forEach((rule, times) -> copy.put(rule, List.copyOf(times)));
        firings = Map.copyOf(copy);
    }

    public static ServerShown nothing() {
        return NOTHING;
    }

    List<Instant> of(String rule) {
        return firings.getOrDefault(rule, List.of());
    }

    /// Of a request's context.
    static ServerShown read(Fields context) {
        Map<String, List<Instant>> firings = new HashMap<>();
        if (context.has("shown")) {
            Fields shown = context.object("shown");
            for (String rule : context.entries("shown").keySet()) {
                List<Instant> times = new ArrayList<>();
                shown.texts(rule).forEach(text -> times.add(instant(shown, text)));
                firings.put(rule, times);
            }
        }
        return firings.isEmpty() && !context.has("visitStart")
                ? NOTHING
                : new ServerShown(firings, context.optionalText("visitStart").map(text -> instant(context, text)));
    }

    private static Instant instant(Fields fields, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw fields.malformed("a time can't be \"" + text + "\"");
        }
    }
}
