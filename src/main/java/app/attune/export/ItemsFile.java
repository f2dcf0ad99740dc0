package app.attune.export;

import app.attune.core.ItemId;
import app.attune.core.json.Json;
import app.attune.decide.FrameCatalogue;
import app.attune.decider.BundleFormat;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The attributes of items that rules and limits of the list ask for, and no others.
final class ItemsFile {
    private ItemsFile() {}

    static String of(RuleProgram program, FrameCatalogue catalogue) {
        NavigableSet<String> attributes = new TreeSet<>();
        program.rules().forEach(rule -> {
            attribute(rule.treatment()).ifPresent(attributes::add);
            rule.limits().context().contains().flatMap(ItemsFile::attribute).ifPresent(attributes::add);
        });
        program.policy().listLimits().stream()
                .flatMap(limit -> attribute(limit.about()).stream())
                .forEach(attributes::add);
        ObjectNode head = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        ArrayNode names = head.putArray("attributes");
        attributes.forEach(names::add);
        String opening = Json.write(head);
        StringBuilder text = new StringBuilder(opening.substring(0, opening.length() - 1)).append(",\"items\":[");
        List<ItemId> items = attributes.isEmpty()
                ? List.of()
                : catalogue.items().stream().sorted(ItemId.RANKING).toList();
        String separator = "\n";
        for (ItemId item : items) {
            ObjectNode node = Json.mapper().createObjectNode().put("item", item.value());
            ObjectNode values = node.putObject("attributes");
            attributes.forEach(name -> catalogue.value(item, name).ifPresent(value -> values.put(name, value)));
            if (!values.isEmpty()) {
                text.append(separator).append(Json.write(node));
                separator = ",\n";
            }
        }
        return text.append("\n]}\n").toString();
    }

    private static Optional<String> attribute(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Boost boost -> attribute(boost.items());
            case Treatment.Bury bury -> attribute(bury.items());
            case Treatment.Exclude exclude -> attribute(exclude.items());
            case Treatment.Recommend ignored -> Optional.empty();
            case Treatment.Pin ignored -> Optional.empty();
            case Treatment.Offer ignored -> Optional.empty();
        };
    }

    private static Optional<String> attribute(ListLimit.About about) {
        return switch (about) {
            case ListLimit.EachValue each -> Optional.of(each.attribute());
            case ListLimit.Selected selected -> attribute(selected.items());
        };
    }

    private static Optional<String> attribute(ItemSelector selector) {
        return switch (selector) {
            case ItemSelector.WithAttribute with -> Optional.of(with.attribute());
            case ItemSelector.Items ignored -> Optional.empty();
        };
    }
}
