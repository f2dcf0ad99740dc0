package app.attune.recommend;

import app.attune.core.Require;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which algorithm, with every option written out.
///
/// @param values by the names of the algorithm's settings, each in its canonical form
public record RecommenderOptions(Algorithm algorithm, SortedMap<String, String> values) {
    public RecommenderOptions {
        TreeMap<String, String> canonical = new TreeMap<>();
        for (Setting setting : algorithm.settings()) {
            canonical.put(setting.name(), setting.canonical(values.getOrDefault(setting.name(), setting.usual())));
        }
        for (String name : values.keySet()) {
            Require.that(canonical.containsKey(name), algorithm.title() + " has no option " + name);
        }
        values = Collections.unmodifiableSortedMap(canonical);
    }

    /// @param values the options that differ from the usual ones
    /// @throws IllegalArgumentException in words, for a name or a value that the algorithm does not know
    public RecommenderOptions(Algorithm algorithm, Map<String, String> values) {
        this(algorithm, new TreeMap<>(values));
    }

    /// The same with one option changed.
    public RecommenderOptions with(String name, Object value) {
        TreeMap<String, String> changed = new TreeMap<>(values);
        changed.put(name, value.toString());
        return new RecommenderOptions(algorithm, changed);
    }

    /// The kind of model these options make, such as `item-knn`.
    public String kind() {
        return algorithm.kind();
    }

    /// Whether what they make can recommend items that nobody took.
    boolean placesNewItems() {
        return algorithm == Algorithm.CONTENT || values.containsValue(Algorithm.CONTENT.name());
    }

    int whole(String name) {
        return Integer.parseInt(choice(name));
    }

    double amount(String name) {
        return Double.parseDouble(choice(name));
    }

    String choice(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(algorithm.title() + " has no option " + name);
        }
        return value;
    }
}
