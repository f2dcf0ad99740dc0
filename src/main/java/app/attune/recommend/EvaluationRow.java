package app.attune.recommend;

import app.attune.stats.Interval;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One recommender's results: means over test users with 95 % bootstrap intervals.
///
/// @param name         on screen, such as "Item-kNN"
/// @param options      of the recommender, by name
/// @param trainSeconds time the training took
/// @param hit10        share of users with at least one hit in the top 10
/// @param coverage10   share of the catalogue that is in anybody's top 10
/// @param more         what else was measured; models of earlier versions have none of it
public record EvaluationRow(
        String name,
        String kind,
        Map<String, String> options,
        double trainSeconds,
        Interval recall10,
        Interval recall20,
        Interval ndcg10,
        Interval ndcg20,
        Interval hit10,
        double coverage10,
        MoreMeasures more) {
    public EvaluationRow {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    EvaluationRow named(String newName) {
        return new EvaluationRow(
                newName, kind, options, trainSeconds, recall10, recall20, ndcg10, ndcg20, hit10, coverage10, more);
    }
}
