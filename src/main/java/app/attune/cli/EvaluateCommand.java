package app.attune.cli;

import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Evaluation;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.TrainingRequest;
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
            "  attune evaluate shop item-knn ease --by-segment vip --by country"
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
        TrainingRequest request = options.request(wanted.getFirst(), population.events());
        List<RecommenderOptions> more =
                wanted.stream().skip(1).map(options::recommender).toList();
        RecommendService.Evaluated evaluated =
                services.models().evaluate(population, request, more, groups.of(services.segments()), progress());
        Evaluation evaluation = evaluated.evaluation();
        List<String> lines = new ArrayList<>(InterestWords.lines(request.interactions(), population.events()));
        lines.addAll(Evaluations.lines(evaluation));
        evaluated.groups().forEach(one -> lines.addAll(GroupTables.lines(one)));
        ObjectNode json = Evaluations.json(evaluation);
        json.set("groups", GroupTables.json(evaluated.groups()));
        json.set("interest", InterestWords.json(request.interactions()));
        return Report.of(lines, json);
    }
}
