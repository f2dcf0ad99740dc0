package app.attune.cli;

import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionSetup;
import app.attune.decide.RerankedJson;
import app.attune.decide.RerankedList;
import app.attune.profiles.Population;
import app.attune.recommend.ModelId;
import app.attune.recommend.RerankCosts;
import app.attune.recommend.RerankService;
import app.attune.recommend.RerankedModel;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.RerankingJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "rerank",
        description = "Re-ranks a model's lists for diversity, calibration, popularity, conditions and limits: what it"
                + " costs over the test users, or one user's list with every move.",
        footer = {
            "",
            "Steps work in this order: --only, --popularity, --calibrate, --diversity, then all limits together.",
            "A re-ranking applies to lists and previews of one model; rules and exported bundles do not carry it.",
            "",
            "Examples:",
            "  attune rerank shop item-knn-1 --diversity 0.3 --at-most 2:category --curve",
            "  attune rerank shop item-knn-1 u00042 --calibrate 0.5 --only \"stock>0\"",
            "  attune rerank shop item-knn-1 --at-least 1:brand=Own --save own.json",
            "  attune recommend-all shop --out lists.csv --model item-knn-1 --rerank own.json"
        })
final class RerankCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "MODEL", description = "A trained model, such as item-knn-1.")
    @Nullable
    private String model;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "USER",
            description = "This user's list; the costs over the test users if not given.")
    @Nullable
    private String user;

    @Mixin
    private final RerankOptions options = new RerankOptions();

    @Option(names = "--curve", description = "Also at strengths from 0 to 0.9 of each step that has one.")
    private boolean curve;

    @Option(names = "--save", paramLabel = "FILE", description = "Writes the re-ranking as JSON, for --rerank.")
    @Nullable
    private Path save;

    @Option(names = "--length", description = "Of the user's list (default 10).", defaultValue = "10")
    private int length = DecisionSetup.LENGTH;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "When, for a user's list; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    RerankCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Words.requireLength(length);
        Reranking reranking = options.required();
        ModelId id = ModelId.of(Words.given(model, "MODEL"));
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode();
        if (user == null) {
            Population population = services.populations().current(progress());
            RerankService.Curves curves = curve ? RerankService.Curves.ALL : RerankService.Curves.NONE;
            RerankCosts costs = services.models().reranking().costs(id, reranking, curves, population, progress());
            lines.addAll(RerankWords.lines(costs));
            json.setAll(RerankWords.json(costs));
        } else {
            RerankedList list = list(services, id, reranking, user);
            lines.addAll(RerankWords.lines(list));
            json.setAll(RerankedJson.write(list));
        }
        if (save != null) {
            Words.write(save, Json.writePretty(RerankingJson.write(reranking)));
            lines.add("Wrote the re-ranking to " + save + ".");
            json.put("saved", save.toString());
        }
        return Report.of(lines, json);
    }

    private RerankedList list(Services services, ModelId id, Reranking reranking, String typed) {
        UserId wanted = Words.checked(() -> new UserId(typed));
        DecisionDesk desk = services.decisions().desk(asOf(services, asOf), length, progress());
        RerankedModel reranked =
                services.models().reranking().model(id, reranking, desk.setup().population(), progress());
        return RerankedList.of(reranked, wanted, desk);
    }
}
