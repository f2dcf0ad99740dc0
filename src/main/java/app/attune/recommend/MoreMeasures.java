package app.attune.recommend;

import app.attune.stats.Interval;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What a row tells besides recall, NDCG, hits and coverage.
///
/// @param means  means over test users with 95 % bootstrap intervals; what is missing was not measured. Users whose
///               lists are too short to have a value are left out, so n may be below the number of test users
/// @param gini10 [ExposureMetrics#giniUnevenness] of the lists of ten; empty if not measured
/// @param kinds  the attribute of items whose mix is compared; empty text if items have none
public record MoreMeasures(Map<Measure, Interval> means, OptionalDouble gini10, String kinds) {
    /// Of models of earlier versions.
    public static final MoreMeasures NONE = new MoreMeasures(Map.of(), OptionalDouble.empty(), "");

    public MoreMeasures {
        means = Collections.unmodifiableMap(new TreeMap<>(means));
    }

    /// Empty if not measured.
    public Optional<Interval> of(Measure measure) {
        return Optional.ofNullable(means.get(measure));
    }
}
