package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.EventFrame;
import app.attune.recommend.EventTypeUse;
import app.attune.recommend.InteractionOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which events a recommender takes for interest, and which it leaves out.
final class InterestWords {
    /// Types whose values say whether somebody liked an item.
    private static final Pattern RATED = Pattern.compile("(?i)rating|rated|^rate|review|stars|score");

    private InterestWords() {}

    static List<String> lines(InteractionOptions options, EventFrame frame) {
        Map<String, EventTypeUse> uses =
                InteractionOptions.usesOf(frame).stream().collect(Collectors.toMap(EventTypeUse::type, use -> use));
        List<String> lines = new ArrayList<>();
        lines.add("Counted as interest: "
                + options.weights().entrySet().stream()
                        .map(entry -> entry.getKey() + " x " + plain(entry.getValue()) + " ("
                                + Counted.of(counted(uses, entry.getKey()), "event") + ")")
                        .collect(Collectors.joining(", "))
                + ".");
        String leftOut = uses.values().stream()
                .filter(use -> !options.weights().containsKey(use.type()))
                .sorted((a, b) -> a.type().compareTo(b.type()))
                .map(use -> use.type() + " (" + Counted.of(use.events(), "event") + ")")
                .collect(Collectors.joining(", "));
        if (!leftOut.isEmpty()) {
            lines.add("Left out: " + leftOut + ". --types or --weight choose others.");
        }
        rated(options).ifPresent(lines::add);
        aged(options).ifPresent(lines::add);
        long takenBack = options.weights().keySet().stream()
                .mapToLong(type -> uses.containsKey(type) ? uses.get(type).takenBack() : 0)
                .sum();
        if (takenBack > 0) {
            lines.add("Left out as taken back: " + Counted.of(takenBack, "event")
                    + " of these types with a value or quantity below zero.");
        }
        return lines;
    }

    private static Optional<String> rated(InteractionOptions options) {
        boolean any = options.weights().keySet().stream()
                .anyMatch(type -> RATED.matcher(type).find());
        return any
                ? Optional.of("Each counts alike whatever its value: a rating of 1 is as much interest as one of 5. To"
                        + " learn from good ones only, leave the others out at import: attune import --leave-out.")
                : Optional.empty();
    }

    private static Optional<String> aged(InteractionOptions options) {
        return options.decay().halfLifeDays().stream()
                .mapToObj(days -> "An interaction counts half after " + plain(days) + " days.")
                .findFirst();
    }

    static ObjectNode json(InteractionOptions options) {
        ObjectNode node = Json.mapper().createObjectNode();
        options.weights().forEach(node::put);
        return node;
    }

    private static long counted(Map<String, EventTypeUse> uses, String type) {
        return uses.containsKey(type) ? uses.get(type).events() - uses.get(type).takenBack() : 0;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
