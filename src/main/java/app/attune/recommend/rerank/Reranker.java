package app.attune.recommend.rerank;

import app.attune.core.ProblemException;
import app.attune.recommend.rerank.RerankItems.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A re-ranking at work on the lists of one model. Thread-safe.
///
/// Cost per user: O(n candidates) for each step, with as many looks at how unlike two items are for diversity.
public final class Reranker {
    private final Reranking reranking;
    private final Material material;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final Map<Step, ConditionTest> tests = new HashMap<>();
    private final Map<Step, Unlikeness> unlike = new HashMap<>();
    private final double[] popularity;

    /// @throws ProblemException `rerank.no-attribute`, `rerank.no-kinds`, `rerank.not-a-number`
    public Reranker(Reranking reranking, Material material) {
        this.reranking = reranking;
        this.material = material;
        this.popularity = popularity(material.users());
        reranking.steps().forEach(this::prepare);
    }

    /// The first `n` for one user.
    public Reranked rerank(UserCase user, int n) {
        UserCase looked = user.first(reranking.candidates());
        Journey journey = new Journey(looked, n);
        List<Step.Limit> limits = new ArrayList<>();
        for (Step step : reranking.steps()) {
            Candidates now = journey.now();
            switch (step) {
                case Step.Only only -> filter(only, looked, journey);
                case Step.Popularity popular -> journey.moved(popular, lessPopular(popular, looked, now));
                case Step.Calibration mix -> journey.moved(mix, calibrated(mix, looked, now, n));
                case Step.Diversity varied -> journey.moved(varied, varied(varied, looked, now, n));
                case Step.Limit limit -> limits.add(limit);
            }
        }
        if (!limits.isEmpty()) {
            limit(limits, looked, journey, n);
        }
        return journey.end();
    }

    private void prepare(Step step) {
        switch (step) {
            case Step.Only only -> tests.put(step, new ConditionTest(only, attribute(only.attribute())));
            case Step.Popularity ignored -> {}
            case Step.Calibration mix -> attribute(kinds(mix));
            case Step.Diversity varied -> unlike.put(step, unlikeness(varied.by()));
            case Step.Limit limit -> attribute(limit.attribute());
        }
    }

    private Attribute attribute(String name) {
        return attributes.computeIfAbsent(name, material.items()::attribute);
    }

    private Attribute known(String name) {
        return attributes.getOrDefault(name, new Attribute(name, List.of(), new int[0][], new double[0]));
    }

    private String kinds(Step.Calibration mix) {
        String named = mix.attribute().isEmpty() ? material.kinds() : mix.attribute();
        if (named.isEmpty()) {
            throw ProblemException.of(
                    "rerank.no-kinds",
                    "Items have no attribute such as a category whose mix can be calibrated.",
                    "Name an attribute, or leave out the calibration.");
        }
        return named;
    }

    private Unlikeness unlikeness(String by) {
        return switch (by) {
            case Step.Diversity.USERS -> material.byUsers();
            case Step.Diversity.ATTRIBUTES -> material.byAttributes().get();
            default -> attribute(by)::unlike;
        };
    }

    /// By item from 0 to 1: the logarithm of users and one, over that of the most taken.
    private static double[] popularity(int[] users) {
        double most = Math.log1p(Math.max(1, Arrays.stream(users).max().orElse(1)));
        return Arrays.stream(users)
                .mapToDouble(count -> Math.log1p(count) / most)
                .toArray();
    }

    private void filter(Step.Only only, UserCase user, Journey journey) {
        Optional.ofNullable(tests.get(only)).ifPresent(test -> {
            int[] left = Arrays.stream(journey.now().order())
                    .filter(candidate -> test.isMet(user.items()[candidate]))
                    .toArray();
            journey.filtered(only, left, candidate -> test.found(user.items()[candidate]));
        });
    }

    private Candidates lessPopular(Step.Popularity step, UserCase user, Candidates now) {
        double[] relevance = now.relevance();
        double[] scores = new double[relevance.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] =
                    (1 - step.weight()) * relevance[at] - step.weight() * popularity[user.items()[now.order()[at]]];
        }
        int[] places = Sorted.descending(scores);
        return step.weight() == 0
                ? now
                : new Candidates(
                        Arrays.stream(places).map(at -> now.order()[at]).toArray(),
                        Arrays.stream(places).mapToDouble(at -> scores[at]).toArray());
    }

    private Candidates calibrated(Step.Calibration step, UserCase user, Candidates now, int n) {
        KindMix mix = KindMix.of(user, known(kinds(step)));
        return step.weight() == 0 || !mix.isKnown() ? now : Greedy.reorder(now, n, step.weight(), mix);
    }

    private Candidates varied(Step.Diversity step, UserCase user, Candidates now, int n) {
        Unlikeness between = unlike.getOrDefault(step, material.byUsers());
        return step.weight() == 0
                ? now
                : Greedy.reorder(now, n, step.weight(), new MarginalRelevance(user.items(), between));
    }

    private void limit(List<Step.Limit> limits, UserCase user, Journey journey, int n) {
        List<BoundLimit> bound = limits.stream()
                .map(limit -> BoundLimit.of(limit, known(limit.attribute()), n))
                .toList();
        int[] order = journey.now().order();
        int[] items =
                Arrays.stream(order).map(candidate -> user.items()[candidate]).toArray();
        journey.limited(new Limits(items, bound, n));
    }
}
