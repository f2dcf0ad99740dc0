package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionSetup;
import app.attune.decide.WeighedHistories;
import app.attune.decide.lists.AllLists;
import app.attune.decide.lists.ListFormat;
import app.attune.decide.lists.ListsFile;
import app.attune.decide.lists.ListsRequest;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RerankedModel;
import app.attune.recommend.rerank.Reranking;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "recommend-all",
        description = "Writes what all users get to a file for the systems that show it, with its SHA-256 beside it.",
        footer = {
            "",
            "The name's end says what the file is: .csv, .jsonl (JSON Lines), .parquet, .resp (for redis-cli --pipe),",
            ".ndjson (Elasticsearch bulk). Users who have not agreed to personalisation are left out.",
            "A re-ranking needs --model; scores are then those of the places. Rules and bundles do not carry it.",
            "",
            "Examples:",
            "  attune recommend-all shop --out lists.csv",
            "  attune recommend-all shop --out lists.resp --model item-knn-1 --length 20 --name home",
            "  attune recommend-all shop --out lists.csv --model item-knn-1 --diversity 0.3 --at-most 2:category"
        })
final class RecommendAllCommand extends WorkspaceCommand {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file; one there is replaced.")
    @Nullable
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "This model alone, without rules, such as item-knn-1; what is decided if not given.")
    @Nullable
    private String model;

    @Option(names = "--length", description = "Of each list (default 10).", defaultValue = "10")
    private int length = DecisionSetup.LENGTH;

    @Option(names = "--as-of", paramLabel = "TIME", description = "When; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    @Option(
            names = "--name",
            description =
                    "Of the Elasticsearch index, and of Redis keys, which are NAME:USER (default recommendations).",
            defaultValue = ListsRequest.NAME)
    private String name = ListsRequest.NAME;

    @Mixin
    private final RerankOptions reranking = new RerankOptions();

    RecommendAllCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Words.requireLength(length);
        Optional<Reranking> steps = reranking.reranking();
        if (steps.isPresent() && model == null) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "A re-ranking applies to the lists of one model, not to what rules decide.",
                    "Name a model with --model, or leave out the steps of the re-ranking.");
        }
        Path file = Words.given(out, "--out");
        ListFormat format = ListFormat.of(file);
        ListsRequest request = Words.checked(() -> new ListsRequest(file, format, name));
        Words.withFolder(file);
        DecisionDesk desk = services.decisions().desk(asOf(services, asOf), length, progress());
        desk.problems().forEach(this::warn);
        ListsFile written = lists(services, desk, steps).write(request, progress());
        return Report.of(
                List.of(written.sentence(), "SHA-256 " + written.sha256() + ", also in " + written.checksum()),
                written.json());
    }

    private AllLists lists(Services services, DecisionDesk desk, Optional<Reranking> steps) {
        if (model == null) {
            return AllLists.ofDecisions(desk);
        }
        ModelId id = ModelId.of(model);
        ModelCard card = services.models()
                .card(id)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + id + ".", "Choose one from the list of models."));
        WeighedHistories histories = new WeighedHistories(desk.setup().population(), card.interactions());
        if (steps.isPresent()) {
            RerankedModel reranked = services.models()
                    .reranking()
                    .model(id, steps.get(), desk.setup().population(), progress());
            return AllLists.ofReranked(reranked, histories, desk);
        }
        return AllLists.ofModel(services.models().model(id), histories, desk);
    }
}
