package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Provenance;
import app.attune.recommend.Trainers.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Adds two to four models of items by items, each with its usual options, into one.
///
/// similarity(j, i) = sum over the parts of weight * similarity of the part / scale, the scale being the mean score of
/// what the part puts first, over at most 1,000 users of the training data evenly spaced. Scores are linear in the
/// similarities, so a list of the sum is the list of the weighted scores. Weights are given, or found on the last fifth
/// of the training data ([StackedWeights]). Only Content sees items that nobody took.
/// Deterministic for a seed, as the parts are.
/// Source: Burke, "Hybrid Recommender Systems: Survey and Experiments", UMUAI 12, 2002, section 3.1 (weighted).
final class HybridTrainer {
    static final String NONE = "NONE";

    private static final List<String> PLACES = List.of("first", "second", "third", "fourth");
    private static final int MOST_USERS = 1000;

    private HybridTrainer() {}

    static ItemItemModel train(Task task) {
        check(task.options());
        List<Algorithm> algorithms = parts(task.options());
        boolean isGiven = isGiven(task.options());
        double[] weights = isGiven ? given(task.options()) : found(task, algorithms);
        ItemWeights sum = Part.sum(parts(task, algorithms), weights, task.progress());
        Provenance provenance = isGiven ? task.provenance() : told(task.provenance(), algorithms, weights);
        return ItemItemModel.of(new Task(task.data(), task.options(), provenance, task.progress()), sum);
    }

    /// @throws ProblemException `recommend.hybrid-parts` unless there are two or more parts, each once, and one of the
    /// weights that count is above 0
    static void check(RecommenderOptions options) {
        parts(options);
        if (isGiven(options) && Arrays.stream(given(options)).noneMatch(weight -> weight > 0)) {
            throw ProblemException.of(
                    "recommend.hybrid-parts",
                    "Every part of the hybrid has the weight 0, so it would recommend nothing.",
                    "Give one of them a weight above 0.");
        }
    }

    private static boolean isGiven(RecommenderOptions options) {
        return options.choice("method").equals("WEIGHTED");
    }

    private static List<Algorithm> parts(RecommenderOptions options) {
        List<Algorithm> parts = PLACES.stream()
                .map(options::choice)
                .filter(name -> !name.equals(NONE))
                .map(Algorithm::valueOf)
                .toList();
        if (parts.stream().distinct().count() < Math.max(2, parts.size())) {
            throw ProblemException.of(
                    "recommend.hybrid-parts",
                    "A hybrid adds two to four different recommenders, not "
                            + parts.stream().map(Algorithm::title).collect(Collectors.joining(" and ")) + ".",
                    "Choose another one, or none in the third and fourth place.");
        }
        return parts;
    }

    private static double[] given(RecommenderOptions options) {
        return PLACES.stream()
                .filter(place -> !options.choice(place).equals(NONE))
                .mapToDouble(place -> options.amount(place + "-weight"))
                .toArray();
    }

    private static double[] found(Task task, List<Algorithm> algorithms) {
        TemporalSplit split = TemporalSplit.of(task.data().log(), SplitPoint.usual());
        Interactions earlier = Interactions.of(split.train(), task.progress());
        TestSet later = TestSet.of(earlier, split.test());
        if (later.users() < RecommendService.LEAST_TEST_USERS) {
            throw ProblemException.of(
                    "recommend.too-few-validation-users",
                    "Too few to find weights: " + later.users()
                            + " users took something new in the last fifth of what it may learn from; "
                            + RecommendService.LEAST_TEST_USERS + " are needed.",
                    "Give the weights instead (method weighted), or count more event types.");
        }
        Task before = new Task(earlier, task.options(), task.provenance(), task.progress());
        return StackedWeights.of(parts(before, algorithms), earlier, later, task.progress());
    }

    private static List<Part> parts(Task task, List<Algorithm> algorithms) {
        List<Part> parts = new ArrayList<>();
        for (Algorithm algorithm : algorithms) {
            Task own = new Task(task.data(), algorithm.usual(), task.provenance(), task.progress());
            ItemItemModel model = algorithm == Algorithm.CONTENT ? byItems(Trainers.train(own)) : ofTaken(own);
            parts.add(new Part(model, scale(model, task)));
        }
        return parts;
    }

    /// Trained on the items that somebody took, all that it can say something about, with places for the others.
    private static ItemItemModel ofTaken(Task task) {
        Interactions taken = task.data().withTakenItems();
        ItemItemModel model =
                byItems(Trainers.train(new Task(taken, task.options(), task.provenance(), task.progress())));
        Catalogue all = task.data().catalogue();
        int[] places = model.items().stream().mapToInt(all::position).toArray();
        return ItemItemModel.of(task, model.weights().moved(places, all.size()));
    }

    private static ItemItemModel byItems(CatalogueModel model) {
        return switch (model) {
            case ItemItemModel items -> items;
            case ComplementModel complements -> complements.pairs();
            default -> throw new IllegalStateException(model.kind() + " is not of items by items");
        };
    }

    /// 1 where nobody gets anything.
    private static double scale(ItemItemModel model, Task task) {
        Interactions data = task.data();
        double[] scratch = new double[data.items()];
        double sum = 0;
        int given = 0;
        for (int row : spread(data.users(), MOST_USERS)) {
            task.progress().checkpoint();
            TopItems.Ranked best = model.top(data.history(row), 1, new int[0], scratch);
            if (best.size() > 0) {
                sum += best.scores()[0];
                given++;
            }
        }
        return given == 0 ? 1 : sum / given;
    }

    /// At most so many of 0 … n - 1, evenly spaced.
    static int[] spread(int n, int most) {
        int taken = Math.min(n, most);
        return IntStream.range(0, taken)
                .map(at -> (int) ((long) at * n / taken))
                .toArray();
    }

    private static Provenance told(Provenance of, List<Algorithm> algorithms, double[] weights) {
        return FoundWeights.told(
                of,
                IntStream.range(0, weights.length)
                        .mapToObj(at -> algorithms.get(at).title() + " "
                                + Double.toString(weights[at]).replaceAll("\\.0$", ""))
                        .collect(Collectors.joining(", ")));
    }

    /// One of the models that are added.
    ///
    /// @param scale its scores are divided by
    record Part(ItemItemModel model, double scale) {
        static ItemWeights sum(List<Part> parts, double[] weights, Progress progress) {
            double[] factors = new double[weights.length];
            List<ItemWeights> tables = new ArrayList<>();
            for (int part = 0; part < factors.length; part++) {
                factors[part] = weights[part] / parts.get(part).scale;
                tables.add(parts.get(part).model.weights());
            }
            return ItemWeights.sum(tables, factors, progress);
        }
    }
}
