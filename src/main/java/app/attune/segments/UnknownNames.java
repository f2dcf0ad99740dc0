package app.attune.segments;

import app.attune.core.Listed;
import app.attune.core.NearNames;
import app.attune.core.Problem;
import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says which names and values of a condition the data does not have, and which it has that may be meant.
final class UnknownNames {
    private static final int LISTED = 5;

    private final Population population;

    UnknownNames(Population population) {
        this.population = population;
    }

    private EventFrame events() {
        return population.events();
    }

    Problem attribute(String name) {
        return problem(
                "segments.unknown-attribute",
                "No user has an attribute \"" + name + "\".",
                name,
                population.attributes().columns().stream().map(Column::name).toList());
    }

    Optional<Problem> type(String name) {
        return events().types().find(name).isPresent()
                ? Optional.empty()
                : Optional.of(problem(
                        "segments.unknown-event-type",
                        "No event has type \"" + name + "\".",
                        name,
                        events().types().texts()));
    }

    Problem eventField(String name) {
        List<String> known = new ArrayList<>(List.of("item", "value"));
        events().properties().forEach(column -> known.add(column.name()));
        events().catalogue().columns().forEach(column -> known.add(EventField.ITEM_PREFIX + column.name()));
        return problem("segments.unknown-event-field", "No event has a field \"" + name + "\".", name, known);
    }

    /// The values of a comparison that no user has.
    List<Problem> attributeValues(Column column, Comparison comparison, List<String> values) {
        return column instanceof TextColumn text
                ? values(text.dictionary(), "No user has the " + column.name(), comparison, values)
                : List.of();
    }

    /// The values of a comparison that no event has.
    List<Problem> eventValues(EventField field, Comparison comparison, List<String> values) {
        return switch (field) {
            case EventField.Item item -> values(events().items(), "There is no item", comparison, values);
            case EventField.ItemAttribute attribute -> ofColumn(attribute.column(), "item", comparison, values);
            case EventField.Property property -> ofColumn(property.column(), "event", comparison, values);
            case EventField.Value value -> List.of();
        };
    }

    private List<Problem> ofColumn(Column column, String what, Comparison comparison, List<String> values) {
        return column instanceof TextColumn text
                ? values(text.dictionary(), "No " + what + " has the " + column.name(), comparison, values)
                : List.of();
    }

    private static List<Problem> values(Dictionary known, String what, Comparison comparison, List<String> values) {
        if (comparison != Comparison.IS && comparison != Comparison.IS_NOT) {
            return List.of();
        }
        return values.stream()
                .filter(value -> known.find(value).isEmpty())
                .map(value -> problem("segments.unknown-value", what + " \"" + value + "\".", value, known.texts()))
                .toList();
    }

    private static Problem problem(String code, String message, String typed, List<String> known) {
        return new Problem(
                code,
                message,
                NearNames.question(typed, known)
                        .orElseGet(() -> known.isEmpty()
                                ? "Import data that has it."
                                : "The data has " + Listed.first(LISTED, known)
                                        + ": choose one, or import data that has it."));
    }
}
