package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Decay;
import app.attune.recommend.EventTypeUse;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.MeasuringRequest;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.UserGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that training and evaluation share.
final class RecommenderArguments {
    private static final String HALF_LIFE = "half-life";

    @Option(
            names = "--neighbours",
            description =
                    "Of models of items by items: kept per item; of user-knn and session-knn: users or sessions asked.")
    @Nullable
    private String neighbours;

    @Option(
            names = "--shrink",
            description =
                    "Of item-knn (default 20), user-knn (10) and markov (5): the larger, the less rare pairs count.")
    @Nullable
    private String shrink;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "An option of the algorithm, such as lambda=500; `attune train --help` lists them.")
    private Map<String, String> options = new TreeMap<>();

    @Option(
            names = "--weight",
            paramLabel = "TYPE=WEIGHT",
            description = "Which event types count and how much; suggested from the data if not given. Events with a"
                    + " value or quantity below zero never count.")
    @Nullable
    private Map<String, Double> weights;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Which event types count, such as purchase,view, with their usual weights; if not given, all"
                    + " with items but those whose names say returned, refunded, corrected, removed or only shown.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--half-life",
            paramLabel = "DAYS",
            description = "Interactions of that age count half, in what a user did and in training but that of"
                    + " popularity, content, complements, session-knn, markov and bpr (default: at any age alike). Of recent-popularity its"
                    + " own half-life.")
    @Nullable
    private Double halfLife;

    @Mixin
    private final ProtocolArguments protocol = new ProtocolArguments();

    @Option(
            names = "--seed",
            description = "Of the bootstrap, the random baseline and what is drawn in training (default 1).",
            defaultValue = "1")
    private long seed;

    TrainingRequest request(String kind, EventFrame frame) {
        return Words.checked(() ->
                new TrainingRequest(recommender(kind), interactions(frame), protocol.point(), seed, protocol.core()));
    }

    /// For commands that have no use for a k-core.
    static void requireNoCore(TrainingRequest request) {
        if (request.core() > 1) {
            throw ProblemException.of(
                    "cli.not-together", "--k-core does not apply to this command.", "Leave --k-core out.");
        }
    }

    /// What is to be measured, in any way, with nothing kept.
    MeasuringRequest measuring(
            List<String> kinds, EventFrame frame, List<UserGroups.Grouping> groups, Progress progress) {
        return Words.checked(() -> new MeasuringRequest(
                kinds.stream().map(this::recommender).toList(),
                interactions(frame),
                protocol.protocol(progress),
                seed,
                groups));
    }

    RecommenderOptions recommender(String kind) {
        Algorithm algorithm = algorithm(kind);
        return Words.checked(() -> new RecommenderOptions(algorithm, given(algorithm)));
    }

    /// @throws ProblemException `cli.unknown-recommender`
    static Algorithm algorithm(String kind) {
        return Algorithm.of(kind)
                .orElseThrow(() -> ProblemException.of(
                        "cli.unknown-recommender", "There is no recommender " + kind + ".", "Use " + kinds() + "."));
    }

    /// The options that were typed for an algorithm, by name.
    Map<String, String> given(Algorithm algorithm) {
        TreeMap<String, String> chosen = new TreeMap<>(options);
        Optional.ofNullable(neighbours).ifPresent(value -> chosen.put("neighbours", value));
        Optional.ofNullable(shrink).ifPresent(value -> chosen.put("shrink", value));
        if (halfLife != null && algorithm.setting(HALF_LIFE).isPresent()) {
            chosen.putIfAbsent(HALF_LIFE, halfLife.toString());
        }
        // Of several kinds each takes what it knows; an option that none knows is told.
        chosen.keySet().removeIf(name -> algorithm.setting(name).isEmpty() && isKnown(name));
        return chosen;
    }

    private static boolean isKnown(String name) {
        return Arrays.stream(Algorithm.values())
                .anyMatch(one -> one.setting(name).isPresent());
    }

    private static String kinds() {
        return Arrays.stream(Algorithm.values()).map(Algorithm::kind).collect(Collectors.joining(", "));
    }

    private InteractionOptions interactions(EventFrame frame) {
        TreeMap<String, Double> chosen = new TreeMap<>();
        types.forEach(type -> chosen.put(type, InteractionOptions.usualWeightOf(known(type.strip(), frame))));
        Optional.ofNullable(weights).ifPresent(chosen::putAll);
        InteractionOptions all =
                chosen.isEmpty() ? InteractionOptions.suggestFor(frame) : InteractionOptions.once(chosen);
        return Optional.ofNullable(halfLife)
                .map(days -> all.with(Decay.halfLife(days)))
                .orElse(all);
    }

    private static String known(String type, EventFrame frame) {
        List<String> there = InteractionOptions.usesOf(frame).stream()
                .map(EventTypeUse::type)
                .toList();
        if (!there.contains(type)) {
            throw ProblemException.of(
                    "cli.unknown-event-type",
                    "No event with an item is a " + type + ".",
                    "Use some of: " + String.join(", ", there) + ".");
        }
        return type;
    }
}
