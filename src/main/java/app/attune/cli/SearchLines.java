package app.attune.cli;

import app.attune.core.Counted;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.tune.Axis;
import app.attune.recommend.tune.Importance;
import app.attune.recommend.tune.Ladder;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A search as lines for people: what was searched, every trial, what won and how far that can be trusted.
record SearchLines(Search search, String folder) {
    private static final int[] WIDTHS = {7, 22, 8, 9};
    private static final int PERCENT = 100;

    List<String> all() {
        List<String> lines = new ArrayList<>(ground());
        lines.addAll(trials());
        lines.addAll(result());
        lines.addAll(importance());
        return lines;
    }

    private List<String> ground() {
        SearchPlan plan = search.request().plan();
        List<String> lines = new ArrayList<>();
        lines.add("Search " + search.id() + " (" + plan.strategy().code() + ", seed " + plan.seed() + "), judged by "
                + measure() + ": "
                + plan.space().axes().stream().map(Axis::words).collect(Collectors.joining("; ")) + ".");
        if (!plan.space().fixed().isEmpty()) {
            lines.add("Not searched: " + typed(plan.space().fixed(), "=", " ") + ".");
        }
        if (plan.strategy() == Strategy.HALVING) {
            Ladder ladder = Ladder.of(plan.trials());
            lines.add(String.format(
                    Locale.ROOT,
                    "Successive halving: %s; as much work as %.1f trainings on all of them.",
                    ladder.words(),
                    ladder.spend()));
        }
        lines.add(
                "Trials learn from " + Words.number(search.ground().validation().trainEvents())
                        + " interactions up to "
                        + search.ground().validation().leakage().lastTrain() + " and are judged on "
                        + Counted.of(search.ground().validation().testUsers(), "user") + " from "
                        + search.ground().validation().leakage().firstTest() + " on. The test part, from "
                        + search.ground().testFrom() + " on, is not read by them.");
        return lines;
    }

    private String measure() {
        return search.request().by().title();
    }

    /// The best first; those on fewer users and those that failed after them.
    private List<String> trials() {
        List<String> lines = new ArrayList<>();
        lines.add(Words.columns(WIDTHS, "Trial", measure(), "Users", "Seconds", "Settings"));
        search.trials().stream()
                .sorted(Comparator.comparing((Trial trial) -> trial.score().isEmpty())
                        .thenComparing(Comparator.comparingDouble(Trial::share).reversed())
                        .thenComparing(Comparator.comparingDouble(SearchLines::estimate)
                                .reversed())
                        .thenComparingInt(Trial::number))
                .map(this::row)
                .forEach(lines::add);
        return lines;
    }

    private static double estimate(Trial trial) {
        return trial.score().map(Interval::estimate).orElse(0.0);
    }

    private String row(Trial trial) {
        String settings = typed(trial.options().values(), "=", " ");
        return Words.columns(
                WIDTHS,
                trial.number(),
                trial.score().map(Evaluations::interval).orElse("failed"),
                Math.round(PERCENT * trial.share()) + " %",
                String.format(Locale.ROOT, "%.1f", trial.seconds()),
                trial.outcome() instanceof Trial.Failed failed ? settings + "  " + failed.reason() : settings);
    }

    private static String typed(Map<String, String> values, String between, String after) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + between + entry.getValue().replaceAll("\\.0$", ""))
                .collect(Collectors.joining(after));
    }

    private List<String> result() {
        if (search.best().isEmpty()) {
            return List.of(
                    search.trials().isEmpty()
                            ? "Stopped before a trial ended; go on with: " + resume()
                            : "No trial has a score; the reasons are above.");
        }
        Trial best = search.best().get();
        List<String> lines = new ArrayList<>();
        lines.add("Best on the validation users: trial " + best.number() + " of "
                + search.trials().size() + ", " + measure() + " "
                + best.score().map(Evaluations::interval).orElseThrow() + usual(best) + ".");
        lines.addAll(search.look().map(this::looked).orElseGet(() -> List.of(notLooked(best))));
        if (!search.isOver()) {
            lines.add("Not all trials were done; go on with: " + resume());
        }
        lines.add("Train it: attune train " + quoted(folder) + " " + search.id().kind() + settings(best.options())
                + ground(search.request()));
        return lines;
    }

    private String usual(Trial best) {
        return search.usual()
                .map(usual -> usual.equals(best)
                        ? "; these are the usual settings"
                        : "; the usual settings have " + String.format(Locale.ROOT, "%.3f", estimate(usual)))
                .orElse("");
    }

    private List<String> looked(TestLook look) {
        String times = search.looks().size() == 1
                ? "read once"
                : "read " + search.looks().size() + " times, each time another trial had won";
        return List.of(
                "On the test users (" + times + "): " + measure() + " " + Evaluations.interval(look.score())
                        + ", Popularity " + Evaluations.interval(look.popularity()) + ".",
                "The best of " + search.trials().size()
                        + " on one set of users looks better there than it is; the test users tell what to expect.");
    }

    private static String notLooked(Trial best) {
        return best.isWhole()
                ? "Not measured on the test users, since the search was stopped; its score looks better than it is."
                : "It learned from some of the users only, so it was not measured on the test users.";
    }

    private String resume() {
        return "attune tune " + quoted(folder) + " " + search.id().kind() + " --resume " + search.id();
    }

    /// What trials learned from, as it is typed.
    private static String ground(SearchRequest request) {
        String weights = request.interactions().weights().entrySet().stream()
                .map(one -> " --weight " + quoted(one.getKey() + "=" + one.getValue()))
                .collect(Collectors.joining());
        OptionalDouble days = request.interactions().decay().halfLifeDays();
        String age = days.isPresent() ? " --half-life " + days.getAsDouble() : "";
        String split = switch (request.split()) {
            case SplitPoint.Share share -> Double.toString(share.trainShare());
            case SplitPoint.At at -> at.at().toString();
        };
        return weights + age + " --split " + split + " --seed " + request.plan().seed();
    }

    private static String quoted(String word) {
        return word.contains(" ") ? "'" + word + "'" : word;
    }

    private static String settings(RecommenderOptions options) {
        return options.values().isEmpty() ? "" : " -o " + typed(options.values(), "=", " -o ");
    }

    private List<String> importance() {
        List<Importance> found = Importance.of(search);
        if (found.isEmpty()) {
            return List.of("Importance of settings: too few trials to say (below " + Importance.LEAST_TRIALS
                    + " with a score on one budget).");
        }
        return List.of("Share of the differences that goes along with each setting alone ("
                + found.getFirst().trials() + " trials, by ranks): "
                + found.stream()
                        .map(one -> one.setting() + " " + Math.round(PERCENT * one.share()) + " %")
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
