package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.RerankingJson;
import app.attune.recommend.rerank.Step;
import app.attune.recommend.rerank.StepText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The steps of a re-ranking.
final class RerankOptions {
    @Option(
            names = "--rerank",
            paramLabel = "FILE",
            description = "A re-ranking as JSON, as attune rerank --save writes it; the options below add steps.")
    @Nullable
    private Path file;

    @Option(
            names = "--diversity",
            paramLabel = "STRENGTH[:BY]",
            description = "Items unlike those above them come sooner (MMR): 0 to 1, by users (if not said), by"
                    + " attributes (all, and words) or by one attribute, such as 0.3:brand.")
    private List<String> diversity = List.of();

    @Option(
            names = "--calibrate",
            paramLabel = "STRENGTH[:ATTRIBUTE]",
            description = "The list's mix of categories comes near to that of what the user did: 0 to 1.")
    private List<String> calibrate = List.of();

    @Option(names = "--popularity", paramLabel = "STRENGTH", description = "What many have taken goes down: 0 to 1.")
    private List<String> popularity = List.of();

    @Option(
            names = "--at-most",
            paramLabel = "N:ATTRIBUTE[=VALUE]",
            description = "At most so many items of each value, or of one. Several times.")
    private List<String> atMost = List.of();

    @Option(
            names = "--at-least",
            paramLabel = "N:ATTRIBUTE=VALUE",
            description = "At least so many items with a value. Several times.")
    private List<String> atLeast = List.of();

    @Option(
            names = "--share",
            paramLabel = "SHARE:ATTRIBUTE=VALUE",
            description = "No beginning of the list has fewer items with a value than a fair draw with this share"
                    + " would hardly ever have (FA*IR, significance 0.1). Several times.")
    private List<String> share = List.of();

    @Option(
            names = "--only",
            paramLabel = "CONDITION",
            description = "Only items that meet it, such as stock>0, brand=Own, \"stock>0 or missing\"; without the"
                    + " last two words items without the attribute are out. Several times.")
    private List<String> only = List.of();

    @Option(
            names = "--candidates",
            paramLabel = "M",
            description = "How many of the model's list are looked at (default 100).")
    @Nullable
    private Integer candidates;

    /// What was asked for; empty for nothing.
    ///
    /// @throws ProblemException `cli.bad-option`, `cli.unreadable-file`, `json.unreadable`, `rerank.unreadable`
    Optional<Reranking> reranking() {
        Optional<Reranking> read = Optional.ofNullable(file)
                .map(from -> RerankingJson.read(
                        Words.textOf(from), from.getFileName().toString()));
        List<Step> steps = new ArrayList<>(read.map(Reranking::steps).orElse(List.of()));
        add(steps, only, StepText::only);
        add(steps, popularity, StepText::popularity);
        add(steps, calibrate, StepText::calibration);
        add(steps, diversity, StepText::diversity);
        add(steps, atMost, StepText::atMost);
        add(steps, atLeast, StepText::atLeast);
        add(steps, share, StepText::share);
        if (read.isEmpty() && steps.isEmpty() && candidates == null) {
            return Optional.empty();
        }
        int looked = Optional.ofNullable(candidates)
                .or(() -> read.map(Reranking::candidates))
                .orElse(Reranking.USUAL);
        return Optional.of(Words.checked(() -> new Reranking(looked, steps)));
    }

    /// Empty for nothing asked for.
    ///
    /// @throws ProblemException as [#required] if something was asked for without a step
    Optional<Reranking> someSteps() {
        return reranking().map(asked -> required());
    }

    /// @throws ProblemException `cli.missing-argument` if no step was given, and as [#reranking]
    Reranking required() {
        return reranking()
                .filter(asked -> !asked.steps().isEmpty())
                .orElseThrow(() -> ProblemException.of(
                        "cli.missing-argument",
                        "Re-rank how?",
                        "Give a step, such as --diversity 0.3 or --at-most 2:category, or a file with --rerank."));
    }

    private static void add(List<Step> steps, List<String> typed, Function<String, Step> read) {
        typed.forEach(one -> steps.add(Words.checked(() -> read.apply(one))));
    }
}
