package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.EventFrame;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.tune.Course;
import app.attune.recommend.tune.SearchId;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.SearchSpace;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TuningService;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How settings are searched, and for how long.
final class SearchArguments {
    private static final int USUAL_TRIALS = 30;
    private static final String NEWEST = "newest";

    @Option(
            names = "--by",
            paramLabel = "MEASURE",
            description = "ndcg@10 (usual), ndcg@20, recall@10, recall@20, hit@10, map@10 or mrr@10.",
            defaultValue = "ndcg@10")
    private String by = "ndcg@10";

    @Option(
            names = "--search",
            paramLabel = "WAY",
            description = "tpe (usual), random or halving.",
            defaultValue = "tpe")
    private String way = "tpe";

    @Option(names = "--trials", description = "Settings to try (default 30); of halving those that begin.")
    @Nullable
    private Integer trials;

    @Option(
            names = "--seconds",
            description = "No further trial counts after that time; the first always ends (default: no limit).")
    @Nullable
    private Double seconds;

    @Option(
            names = "--range",
            paramLabel = "NAME=LOW..HIGH",
            description = "Between which values a setting is searched.")
    private Map<String, String> ranges = new TreeMap<>();

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = NEWEST,
            paramLabel = "SEARCH",
            description = "Go on with the newest search for that kind, or with the one of this name, such as"
                    + " ease-search-1.")
    @Nullable
    private String resume;

    boolean isResumed() {
        return resume != null;
    }

    /// @throws ProblemException `tune.bad-id`, `tune.unknown`
    SearchId resumed(String kind, TuningService tuning) {
        if (resume != null && !resume.equals(NEWEST)) {
            SearchId named = SearchId.of(resume);
            if (!named.kind().equals(kind)) {
                throw ProblemException.of(
                        "tune.unknown",
                        named + " is a search for settings of " + named.kind() + ", not of " + kind + ".",
                        "Write attune tune WORKSPACE " + named.kind() + " --resume " + named + ".");
            }
            return named;
        }
        return tuning.newest(kind)
                .orElseThrow(() -> ProblemException.of(
                        "tune.unknown",
                        "There is no search for settings of " + kind + " to go on with.",
                        "Begin one without --resume."));
    }

    Course course() {
        return Words.checked(() -> {
            Course course = seconds == null ? Course.whole() : Course.whole().within(seconds);
            return trials == null || !isResumed() ? course : course.upTo(trials);
        });
    }

    SearchRequest request(String kind, RecommenderArguments options, EventFrame frame) {
        Algorithm algorithm = RecommenderArguments.algorithm(kind);
        TrainingRequest training = options.request(kind, frame);
        RecommenderArguments.requireNoCore(training);
        return Words.checked(() -> new SearchRequest(
                new SearchPlan(
                        space(algorithm, options), strategy(), trials == null ? USUAL_TRIALS : trials, training.seed()),
                criterion(),
                training.interactions(),
                training.split()));
    }

    private SearchSpace space(Algorithm algorithm, RecommenderArguments options) {
        SearchSpace space = SearchSpace.of(algorithm);
        for (Map.Entry<String, String> given : options.given(algorithm).entrySet()) {
            space = space.fixing(given.getKey(), given.getValue());
        }
        for (Map.Entry<String, String> range : ranges.entrySet()) {
            String[] ends = range.getValue().split("\\.\\.", -1);
            if (ends.length != 2) {
                throw notARange(range);
            }
            space = space.between(range.getKey(), number(ends[0], range), number(ends[1], range));
        }
        return space;
    }

    private static double number(String typed, Map.Entry<String, String> range) {
        try {
            return Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            throw notARange(range);
        }
    }

    private static ProblemException notARange(Map.Entry<String, String> range) {
        return ProblemException.of(
                "cli.bad-option",
                "--range does not understand " + range.getKey() + "=" + range.getValue() + ".",
                "Write two numbers with two points between them, such as lambda=50..5000.");
    }

    private Strategy strategy() {
        return Choices.of("--search", way, Strategy.values());
    }

    private Criterion criterion() {
        return Criterion.of(by.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ProblemException.of(
                        "cli.bad-choice",
                        "--by does not know \"" + by + "\".",
                        "Use "
                                + Arrays.stream(Criterion.values())
                                        .map(Criterion::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
