package app.attune.segments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The features that some conditions ask for, each once and each with a name of its own.
public final class FeatureSet {
    private final List<Feature> features;

    private FeatureSet(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    /// In the order in which the conditions first ask for them.
    public static FeatureSet of(Collection<Condition> conditions) {
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        conditions.forEach(condition -> collect(condition, features, names));
        return new FeatureSet(features);
    }

    private static void collect(Condition condition, List<Feature> features, Set<String> names) {
        if (condition instanceof EventCondition row) {
            if (features.stream().noneMatch(feature -> feature.measures(row))) {
                Feature feature = Feature.of(row);
                String name = feature.name();
                for (int n = 2; !names.add(name); n++) {
                    name = feature.name() + "_" + n;
                }
                features.add(feature.named(name));
            }
        } else {
            Conditions.parts(condition).forEach(part -> collect(part, features, names));
        }
    }

    public List<Feature> features() {
        return features;
    }

    /// @throws IllegalArgumentException if none of the conditions asked for it
    public Feature of(EventCondition row) {
        return features.stream()
                .filter(feature -> feature.measures(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No feature measures " + row));
    }
}
