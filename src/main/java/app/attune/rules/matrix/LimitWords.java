package app.attune.rules.matrix;

import app.attune.rules.CapWords;
import app.attune.rules.Rule;
import app.attune.rules.ScheduleWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Says what the schedules, contexts and caps of rules mean for what a matrix says of them.
final class LimitWords {
    private final Instant at;

    /// @param at when users are counted
    LimitWords(Instant at) {
        this.at = at;
    }

    /// Whether it depends on the request which users a rule matches.
    static boolean isAsking(Rule rule) {
        return isScheduled(rule) || !rule.limits().context().isAny();
    }

    private static boolean isScheduled(Rule rule) {
        return !rule.limits().schedule().isAlways();
    }

    /// Sentences, each with a space before it; nothing for rules without limits.
    String of(List<Rule> rules) {
        List<String> sentences = new ArrayList<>();
        if (rules.stream().anyMatch(rule -> !rule.limits().context().isAny())) {
            sentences.add("A user counts where there is a request in which it is so.");
        }
        if (rules.stream().anyMatch(LimitWords::isScheduled)) {
            sentences.add("Users are counted at " + at + ".");
        }
        rules.stream()
                .filter(rule -> isScheduled(rule) && !rule.limits().schedule().isRunning(at))
                .map(rule -> quoted(rule) + " does not run then, but "
                        + ScheduleWords.of(rule.limits().schedule()) + ".")
                .forEach(sentences::add);
        rules.forEach(rule -> rule.limits()
                .cap()
                .map(cap -> quoted(rule) + " acts " + CapWords.of(cap) + ", and then gives way.")
                .ifPresent(sentences::add));
        return sentences.isEmpty() ? "" : " " + String.join(" ", sentences);
    }

    private static String quoted(Rule rule) {
        return "\u201c" + rule.name() + "\u201d";
    }
}
