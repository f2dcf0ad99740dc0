package app.attune.segments;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What conditions need to know of one user, without the events.
///
/// @param attributes as [app.attune.events.Column#display] writes them; a missing one has no entry
/// @param features   values by feature name; a missing one has no entry
/// @param items      items by the name of a feature that is one; a missing one has no entry
public record Profile(Map<String, String> attributes, Map<String, Double> features, Map<String, String> items) {
    public Profile {
        attributes = Map.copyOf(attributes);
        features = Map.copyOf(features);
        items = Map.copyOf(items);
    }

    /// Without items.
    public Profile(Map<String, String> attributes, Map<String, Double> features) {
        this(attributes, features, Map.of());
    }

    /// The same with another item, or none, for one feature.
    public Profile withItem(String name, Optional<String> item) {
        Map<String, String> changed = new TreeMap<>(items);
        changed.remove(name);
        item.ifPresent(id -> changed.put(name, id));
        return new Profile(attributes, features, changed);
    }

    /// The same with another value, or none, for one attribute.
    public Profile withAttribute(String name, Optional<String> value) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.remove(name);
        value.ifPresent(text -> changed.put(name, text));
        return new Profile(changed, features, items);
    }

    /// The same with another value, or none, for one feature.
    public Profile withFeature(String name, Optional<Double> value) {
        Map<String, Double> changed = new TreeMap<>(features);
        changed.remove(name);
        value.ifPresent(number -> changed.put(name, number));
        return new Profile(attributes, changed, items);
    }
}
