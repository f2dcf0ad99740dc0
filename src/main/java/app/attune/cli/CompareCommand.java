package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.profiles.Population;
import app.attune.recommend.Measured;
import app.attune.recommend.ModelComparison;
import app.attune.recommend.ModelId;
import app.attune.recommend.Protocol;
import app.attune.recommend.RerankCosts;
import app.attune.recommend.RerankService;
import app.attune.recommend.rerank.Reranking;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "compare",
        description = "Puts two to four saved models side by side: how alike their lists are, for whom each is better,"
                + " and what accuracy costs in diversity and time.",
        footer = {
            "",
            "With steps of a re-ranking, also what they cost each model; rules and bundles carry no re-ranking.",
            "",
            "With --split, --periods, --split-file or --k-core one to four models are trained anew, with their settings, and",
            "measured in that way beside Random and Popularity; the models that are kept stay as they are.",
            "",
            "Examples:",
            "  attune compare shop item-knn-1 popularity-1 --by-segment vip",
            "  attune compare shop item-knn-1 ease-1 --diversity 0.3",
            "  attune compare shop item-knn-1 ease-1 --split rolling --periods 6"
        })
final class CompareCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "MODEL", description = "Such as item-knn-1; two to four.")
    private List<String> models = List.of();

    @Mixin
    private final GroupArguments groups = new GroupArguments();

    @Mixin
    private final ProtocolArguments protocol = new ProtocolArguments();

    @Mixin
    private final RerankOptions reranking = new RerankOptions();

    CompareCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Optional<Reranking> asked = reranking.someSteps();
        Population population = services.populations().current(progress());
        if (protocol.isGiven()) {
            requireNoSteps(asked);
            return again(services, population);
        }
        ModelComparison comparison = services.models()
                .compare(
                        models.stream().map(ModelId::of).toList(),
                        population,
                        groups.of(services.segments()),
                        progress());
        List<String> lines = new ArrayList<>(ComparedModels.lines(comparison));
        ObjectNode json = ComparedModels.json(comparison);
        asked.ifPresent(steps -> comparison.models().forEach(card -> {
            RerankCosts costs = services.models()
                    .reranking()
                    .costs(card.id(), steps, RerankService.Curves.NONE, population, progress());
            lines.addAll(RerankWords.lines(costs));
            json.withArray("reranked").add(RerankWords.json(costs));
        }));
        return Report.of(lines, json);
    }

    private static void requireNoSteps(Optional<Reranking> asked) {
        if (asked.isPresent()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "What a re-ranking costs is measured on the split that the models were kept with.",
                    "Leave out the steps of the re-ranking, or --split, --periods, --split-file and --k-core.");
        }
    }

    private Report again(Services services, Population population) {
        Protocol asked = protocol.protocol(progress());
        MeasuredReport.requireOneTest(asked, groups);
        if (models.isEmpty() || models.size() > ModelComparison.MOST) {
            throw ProblemException.of(
                    "recommend.compare-count",
                    "One to four models can be measured anew, not " + models.size() + ".",
                    "Name models of the leaderboard, such as item-knn-1 and popularity-1.");
        }
        Measured measured = services.models()
                .measuring()
                .again(
                        models.stream().map(ModelId::of).toList(),
                        population,
                        asked,
                        groups.of(services.segments()),
                        progress());
        return Report.of(MeasuredReport.lines(measured), MeasuredReport.json(measured));
    }
}
