package app.attune.cli;

import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Measured;
import app.attune.recommend.MeasuringRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "evaluate",
        description = "Compares recommenders on later events and keeps nothing.",
        footer = {
            "",
            "Examples:",
            "  attune evaluate shop item-knn --shrink 100 --split 2026-10-01T00:00:00Z",
            "  attune evaluate shop item-knn ease --by-segment vip --by country",
            "  attune evaluate shop item-knn ease --split rolling --periods 6",
            "  attune evaluate shop item-knn --split leave-last-out --k-core 5",
            "  attune evaluate shop item-knn --split-file my-split.csv"
        })
final class EvaluateCommand extends WorkspaceCommand {
    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KIND",
            description =
                    "popularity, recent-popularity, item-knn, rp3beta, ease, slim, graph-filter, content, complements, markov, user-knn, session-knn, ials, bpr, hybrid, switching.")
    private List<String> kinds = List.of();

    @Mixin
    private final RecommenderArguments options = new RecommenderArguments();

    @Mixin
    private final GroupArguments groups = new GroupArguments();

    EvaluateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Population population = services.populations().current(progress());
        List<String> wanted = kinds.isEmpty()
                ? List.of(Algorithm.ITEM_KNN.kind())
                : kinds.stream().distinct().toList();
        MeasuringRequest request =
                options.measuring(wanted, population.events(), groups.of(services.segments()), progress());
        MeasuredReport.requireOneTest(request.protocol(), groups);
        Measured measured = services.models().measuring().measure(population, request, progress());
        List<String> lines = new ArrayList<>(InterestWords.lines(request.interactions(), population.events()));
        lines.addAll(MeasuredReport.lines(measured));
        ObjectNode json = MeasuredReport.json(measured);
        json.set("interest", InterestWords.json(request.interactions()));
        return Report.of(lines, json);
    }
}
