package app.attune.recommend;

import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.Step;
import app.attune.stats.Interval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a re-ranking costs and brings: lists of ten with and without it, of the same test users.
///
/// @param model       trained on the part before the split with the options of this saved one
/// @param users       test users
/// @param kinds       the attribute whose mix miscalibration compares; empty text if items have none
/// @param before      lists as the model has them
/// @param after       lists with all steps
/// @param changes     first of all steps together, then, where there are several, of each: with it against all others
///                    without it
/// @param comparisons how many p-values were adjusted together (Holm)
/// @param curves      of steps with a strength, as far as asked for
public record RerankCosts(
        ModelId model,
        Reranking reranking,
        int users,
        String kinds,
        Lists before,
        Lists after,
        List<Change> changes,
        int comparisons,
        List<Curve> curves) {
    private static final double LEVEL = 0.05;

    public RerankCosts {
        changes = List.copyOf(changes);
        curves = List.copyOf(curves);
    }

    /// How good and how varied lists are.
    ///
    /// @param means      over test users with 95 % bootstrap intervals; users whose lists have no value are left out
    /// @param coverage10 share of the catalogue that is on anybody's list
    /// @param gini10     unevenness of exposure; NaN if nothing is shown
    public record Lists(Map<RerankMeasure, Interval> means, double coverage10, double gini10) {
        public Lists {
            means = copy(means);
        }

        public Optional<Interval> of(RerankMeasure measure) {
            return Optional.ofNullable(means.get(measure));
        }
    }

    /// What one step, or all, change.
    ///
    /// @param step        empty for all together
    /// @param differences with minus without, user by user
    /// @param coverage10  difference
    /// @param gini10      difference
    public record Change(
            Optional<Step> step, Map<RerankMeasure, Difference> differences, double coverage10, double gini10) {
        public Change {
            differences = copy(differences);
        }

        public Optional<Difference> of(RerankMeasure measure) {
            return Optional.ofNullable(differences.get(measure));
        }
    }

    /// @param mean   with its 95 % bootstrap interval
    /// @param pValue of the paired t test, adjusted
    public record Difference(Interval mean, double pValue) {
        /// Otherwise the lists are "not distinguishable".
        public boolean distinguishable() {
            return pValue < LEVEL;
        }
    }

    /// Lists at several strengths of one step, the others as they are.
    public record Curve(Step step, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /// Lists at one strength.
    public record Point(double strength, Lists lists) {}

    private static <T> Map<RerankMeasure, T> copy(Map<RerankMeasure, T> map) {
        Map<RerankMeasure, T> copy = new EnumMap<>(RerankMeasure.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
