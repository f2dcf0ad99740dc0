package app.attune.cli;

import app.attune.profiles.Population;
import app.attune.recommend.ModelComparison;
import app.attune.recommend.ModelId;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "compare",
        description = "Puts two to four saved models side by side: how alike their lists are, for whom each is better,"
                + " and what accuracy costs in diversity and time.",
        footer = {"", "Example:", "  attune compare shop item-knn-1 popularity-1 --by-segment vip"})
final class CompareCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "MODEL", description = "Such as item-knn-1; two to four.")
    private List<String> models = List.of();

    @Mixin
    private final GroupArguments groups = new GroupArguments();

    CompareCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Population population = services.populations().current(progress());
        ModelComparison comparison = services.models()
                .compare(
                        models.stream().map(ModelId::of).toList(),
                        population,
                        groups.of(services.segments()),
                        progress());
        return Report.of(ComparedModels.lines(comparison), ComparedModels.json(comparison));
    }
}
