package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What conditions can ask of the data: attributes, event types and event fields, with the values they have.
/// A value: equal where it offers the same.
public final class FieldCatalogue {
    private static final int MOST_VALUES = 200;

    private final Map<String, FieldKind> attributes = new LinkedHashMap<>();
    private final Map<String, FieldKind> eventFields = new LinkedHashMap<>();
    private final Map<String, List<KnownValue>> attributeValues = new LinkedHashMap<>();
    private final Map<String, List<KnownValue>> eventValues = new LinkedHashMap<>();
    private final List<KnownValue> types;

    private FieldCatalogue(Population population) {
        for (Column column : population.attributes().columns()) {
            attributes.put(column.name(), FieldKind.of(column));
            attributeValues.put(column.name(), values(column));
        }
        EventFrame frame = population.events();
        types = types(frame);
        eventFields.put(EventField.ITEM, FieldKind.TEXT);
        for (Column column : frame.catalogue().columns()) {
            addEventField(EventField.ITEM_PREFIX + column.name(), column);
        }
        eventFields.put("value", FieldKind.NUMBER);
        frame.properties().forEach(column -> addEventField(column.name(), column));
    }

    /// Reads the whole population once.
    public static FieldCatalogue of(Population population) {
        return new FieldCatalogue(population);
    }

    private void addEventField(String name, Column column) {
        eventFields.putIfAbsent(name, FieldKind.of(column));
        eventValues.putIfAbsent(name, values(column));
    }

    /// Names of user attributes, in the order of the data.
    public List<String> attributes() {
        return List.copyOf(attributes.keySet());
    }

    /// `item`, `item.<attribute>`, `value` and event properties.
    public List<String> eventFields() {
        return List.copyOf(eventFields.keySet());
    }

    /// Event fields that hold numbers.
    public List<String> numericEventFields() {
        return eventFields(FieldKind.NUMBER);
    }

    /// Event fields that hold this.
    public List<String> eventFields(FieldKind kind) {
        return eventFields.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Most frequent first.
    public List<KnownValue> types() {
        return types;
    }

    /// Empty for a name the data does not have.
    public Optional<FieldKind> attributeKind(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /// Empty for a name the data does not have.
    public Optional<FieldKind> eventFieldKind(String name) {
        return Optional.ofNullable(eventFields.get(name));
    }

    /// The most frequent texts of an attribute with the number of users; none for numbers and dates.
    public List<KnownValue> attributeValues(String name) {
        return attributeValues.getOrDefault(name, List.of());
    }

    /// The most frequent texts of an event field with the number of events or items; none for numbers and dates.
    public List<KnownValue> eventFieldValues(String name) {
        return eventValues.getOrDefault(name, List.of());
    }

    /// Whether it offers the same, in the same order.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldCatalogue catalogue && parts().equals(catalogue.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(
                List.copyOf(attributes.entrySet()),
                List.copyOf(eventFields.entrySet()),
                attributeValues,
                eventValues,
                types);
    }

    private static List<KnownValue> types(EventFrame frame) {
        int[] counts = new int[frame.types().size()];
        for (int row = 0; row < frame.eventCount(); row++) {
            counts[frame.type(row)]++;
        }
        return ranked(frame.types(), counts);
    }

    private static List<KnownValue> values(Column column) {
        if (!(column instanceof TextColumn text)) {
            return List.of();
        }
        int[] counts = new int[text.dictionary().size()];
        for (int code : text.codes()) {
            if (code != Dictionary.MISSING) {
                counts[code]++;
            }
        }
        return ranked(text.dictionary(), counts);
    }

    private static List<KnownValue> ranked(Dictionary dictionary, int[] counts) {
        List<KnownValue> values = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                values.add(new KnownValue(dictionary.text(code), counts[code]));
            }
        }
        values.sort(Comparator.comparingInt(KnownValue::count).reversed().thenComparing(KnownValue::text));
        return List.copyOf(values.subList(0, Math.min(values.size(), MOST_VALUES)));
    }
}
