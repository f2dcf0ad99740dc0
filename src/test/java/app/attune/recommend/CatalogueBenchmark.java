package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.events.OnlineRetail;
import app.attune.profiles.Population;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every recommender on MovieLens 100k and on Online Retail, trained on the first 80 % and measured on what users took
/// after that.
///
/// `-Dattune.catalogue="ease lambda=500; slim l1=2"` names what to measure, else all as they usually are;
/// `-Dattune.catalogue.data=movielens` or `retail` only one of the two. Prints a table and asserts no time.
@Tag("bench")
final class CatalogueBenchmark {
    private static final double SECOND = 1e9;

    @Test
    void recommendersAreMeasuredOnLaterInteractions() throws IOException {
        String only = System.getProperty("attune.catalogue.data", "movielens,retail");
        if (only.contains("movielens")) {
            measure("MovieLens 100k", RecommenderConformanceTest.movieLens(), Map.of("rating", 1.0));
        }
        if (only.contains("retail")) {
            measure("Online Retail", OnlineRetail.people(), Map.of("purchase", 1.0));
        }
    }

    private static void measure(String name, Population people, Map<String, Double> weights) {
        InteractionLog log = InteractionSelection.ofAll(people, InteractionOptions.once(weights), Progress.none());
        TemporalSplit split = TemporalSplit.of(log, SplitPoint.usual());
        Interactions train = Interactions.of(split.train(), Progress.none());
        TestSet test = TestSet.of(train, split.test());
        System.out.printf(
                Locale.ROOT,
                "%s: %,d users, %,d items, %,d pairs; %,d test users%n",
                name,
                train.users(),
                train.items(),
                train.pairs(),
                test.users());
        String all = Arrays.stream(Algorithm.values()).map(Algorithm::kind).collect(Collectors.joining(";"));
        for (String asked : System.getProperty("attune.catalogue", all).split(";")) {
            RecommenderOptions options = options(asked.strip());
            long start = System.nanoTime();
            CatalogueModel model = Trainers.train(train, options, 1, Shop.CLOCK, Progress.none());
            double seconds = (System.nanoTime() - start) / SECOND;
            UserScores scores = new Evaluator(train, test).evaluate(model, Progress.none());
            System.out.printf(
                    Locale.ROOT,
                    "recall@10 %.4f  recall@20 %.4f  ndcg@10 %.4f  hit@10 %.4f  coverage@10 %.3f  %.1f s  %s %s%n",
                    mean(scores.recall10()),
                    mean(scores.recall20()),
                    mean(scores.ndcg10()),
                    mean(scores.hit10()),
                    scores.coverage10(),
                    seconds,
                    options.kind(),
                    options.values());
        }
    }

    static RecommenderOptions options(String text) {
        String[] words = text.split(" +");
        Map<String, String> values = Arrays.stream(words)
                .skip(1)
                .map(word -> word.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
        return new RecommenderOptions(Algorithm.of(words[0]).orElseThrow(), values);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
