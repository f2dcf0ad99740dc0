package app.attune.decide;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes how a list came about as JSON. Items that the model did not propose are counted and not listed.
public final class StrategyJson {
    private StrategyJson() {}

    public static ObjectNode write(Strategy strategy) {
        ObjectNode root = Json.mapper().createObjectNode();
        ArrayNode models = root.putArray("models");
        strategy.models()
                .forEach(asked -> models.addObject()
                        .put("model", asked.model())
                        .put("answer", asked.answer().name())
                        .put("items", asked.items()));
        ArrayNode stages = root.putArray("stages");
        strategy.stages().forEach(stage -> stages.add(stage(stage)));
        return root;
    }

    private static ObjectNode stage(Stage stage) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("stage", stage.name().name()).put("in", stage.in()).put("added", stage.added());
        node.put("changed", stage.changed()).put("out", stage.out());
        node.put("dropped", stage.dropped().size());
        Map<Stage.Cause, Long> counts = stage.dropped().stream()
                .collect(Collectors.groupingBy(Stage.Dropped::cause, TreeMap::new, Collectors.counting()));
        ObjectNode causes = node.putObject("causes");
        counts.forEach((cause, count) -> causes.put(cause.name(), count));
        ArrayNode items = node.putArray("items");
        stage.dropped().stream()
                .filter(dropped -> dropped.cause() != Stage.Cause.NOT_PROPOSED)
                .forEach(dropped -> items.add(dropped(dropped)));
        return node;
    }

    private static ObjectNode dropped(Stage.Dropped dropped) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("item", dropped.item().value()).put("cause", dropped.cause().name());
        dropped.rule().ifPresent(rule -> node.put("rule", rule.value()));
        if (!dropped.limit().isEmpty()) {
            node.put("limit", "at most " + dropped.limit());
        }
        dropped.rank().ifPresent(rank -> node.put("rank", rank).put("score", dropped.score()));
        return node;
    }

    /// Where one item ended.
    public static ObjectNode write(String item, ItemFate fate) {
        ObjectNode node = Json.mapper().createObjectNode().put("item", item);
        switch (fate) {
            case ItemFate.Listed listed -> node.put("listed", true).put("place", listed.place());
            case ItemFate.Fell fell -> {
                node.put("listed", false).put("stage", fell.stage().name());
                node.setAll(dropped(fell.dropped()));
            }
            case ItemFate.Unknown ignored -> node.put("listed", false).put("cause", "UNKNOWN");
        }
        return node;
    }
}
