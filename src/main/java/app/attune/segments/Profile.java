package app.attune.segments;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What conditions need to know of one user, without the events.
///
/// @param attributes as [app.attune.events.Column#display] writes them; a missing one has no entry
/// @param features   values by feature name; a missing one has no entry
public record Profile(Map<String, String> attributes, Map<String, Double> features) {
    public Profile {
        attributes = Map.copyOf(attributes);
        features = Map.copyOf(features);
    }

    /// The same with another value, or none, for one attribute.
    public Profile withAttribute(String name, Optional<String> value) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.remove(name);
        value.ifPresent(text -> changed.put(name, text));
        return new Profile(changed, features);
    }

    /// The same with another value, or none, for one feature.
    public Profile withFeature(String name, Optional<Double> value) {
        Map<String, Double> changed = new TreeMap<>(features);
        changed.remove(name);
        value.ifPresent(number -> changed.put(name, number));
        return new Profile(attributes, changed);
    }
}
