package app.attune.rules.replay;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes what a replay counted, for programs.
public final class ReplayJson {
    private ReplayJson() {}

    public static ObjectNode write(ReplayReport report) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("from", report.options().period().from().toString());
        node.put("to", report.options().period().to().toString());
        node.put("at", word(report.options().occasion()));
        RequestColumns columns = report.options().columns();
        columns.parts()
                .forEach(part -> columns.of(part)
                        .ifPresent(name -> node.withObject("/requestColumns").put(word(part), name)));
        node.put("decisions", report.decisions()).put("users", report.users());
        node.put("firstDay", report.firstDay().toString());
        days(node.putArray("decisionsByDay"), report.decisionsByDay());
        report.offersSpent().forEach(node.putObject("offersSpent")::put);
        ArrayNode rules = node.putArray("rules");
        report.rules().forEach(rule -> rules.add(write(rule)));
        return node;
    }

    private static ObjectNode write(ReplayedRule rule) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", rule.rule().value())
                .put("name", rule.name())
                .put("fired", rule.fired())
                .put("users", rule.users())
                .put("lost", rule.lost());
        Map<String, Long> causes = new TreeMap<>();
        rule.causes().forEach((cause, count) -> causes.put(word(cause), count));
        causes.forEach(node.putObject("causes")::put);
        Map<String, Long> winners = new TreeMap<>();
        rule.lostTo().forEach((winner, count) -> winners.put(winner.value(), count));
        winners.forEach(node.putObject("lostTo")::put);
        days(node.putArray("firedByDay"), rule.firedByDay());
        rule.offer().ifPresent(code -> node.put("offersSpent", rule.fired()));
        if (rule.hasCap()) {
            node.put("capped", rule.capped());
            days(node.putArray("cappedByDay"), rule.cappedByDay());
        }
        return node;
    }

    /// @param words of the items in the examples
    public static ObjectNode write(ReplayComparison comparison, EffectWords words) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.set("before", write(comparison.before()));
        node.set("after", write(comparison.after()));
        ObjectNode differing = node.putObject("differing");
        differing.put("decisions", comparison.decisions()).put("users", comparison.users());
        Map<String, Long> parts = new TreeMap<>();
        comparison.byPart().forEach((part, count) -> parts.put(word(part), count));
        parts.forEach(differing.putObject("byPart")::put);
        days(differing.putArray("byDay"), comparison.byDay());
        ArrayNode examples = differing.putArray("examples");
        for (ReplayComparison.Example example : comparison.examples()) {
            ArrayNode differences = examples.addObject()
                    .put("user", example.user().value())
                    .put("at", example.at().toString())
                    .putArray("differences");
            words.differences(example.before(), example.after()).forEach(differences::add);
        }
        return node;
    }

    private static void days(ArrayNode array, List<Long> counts) {
        counts.forEach(array::add);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
