package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Turns what single users got into means with intervals: one resampling for all measures that every user has, one of
/// its own for each that some users lack.
final class Means {
    private static final int BASE = 5;

    private Means() {}

    /// The row of a recommender.
    static EvaluationRow row(
            Comparison.RowLabel label, UserScores scores, BootstrapOptions bootstrap, Progress progress) {
        List<double[]> whole = new ArrayList<>(
                List.of(scores.recall10(), scores.recall20(), scores.ndcg10(), scores.ndcg20(), scores.hit10()));
        List<Measure> complete = new ArrayList<>();
        scores.more().forEach((measure, values) -> {
            if (Arrays.stream(values).noneMatch(Double::isNaN)) {
                complete.add(measure);
                whole.add(values);
            }
        });
        List<Interval> means = Bootstrap.means(whole, bootstrap, progress);
        Map<Measure, Interval> more = partial(scores, complete, bootstrap, progress);
        for (int i = 0; i < complete.size(); i++) {
            more.put(complete.get(i), means.get(BASE + i));
        }
        return new EvaluationRow(
                label.name(),
                label.kind(),
                label.options(),
                label.trainSeconds(),
                means.get(0),
                means.get(1),
                means.get(2),
                means.get(3),
                means.get(4),
                scores.coverage10(),
                new MoreMeasures(more, gini(scores), label.kinds()));
    }

    private static OptionalDouble gini(UserScores scores) {
        return Double.isNaN(scores.gini10()) ? OptionalDouble.empty() : OptionalDouble.of(scores.gini10());
    }

    private static Map<Measure, Interval> partial(
            UserScores scores, List<Measure> complete, BootstrapOptions bootstrap, Progress progress) {
        Map<Measure, Interval> means = new EnumMap<>(Measure.class);
        scores.more().forEach((measure, values) -> {
            double[] known =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            if (!complete.contains(measure) && known.length > 0) {
                means.put(
                        measure,
                        Bootstrap.means(List.of(known), bootstrap, progress).getFirst());
            }
        });
        return means;
    }
}
