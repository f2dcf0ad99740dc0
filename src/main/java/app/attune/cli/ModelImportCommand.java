package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommendService.Imported;
import app.attune.recommend.SparkEquation;
import app.attune.recommend.SparkEquation.Feedback;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.spark.IdMap;
import app.attune.recommend.spark.SparkFolder;
import app.attune.recommend.spark.SparkImport;
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
        name = "model-import",
        description = "Takes factors that Spark's ALS trained as a model, measures it on later events and keeps it.",
        footer = {
            "",
            "FOLDER is what save(...) of org.apache.spark.ml.recommendation.ALSModel wrote. Spark knows whole numbers",
            "only; --items and --users are CSV files with a header, a column of its numbers and one of the ids here.",
            "A user gets factors from what they did, as Spark solves them: give its alpha, regParam and feedback, and as",
            "--weight the ratings it was trained on. A weight is of a type of events: values of events are not read, and",
            "several events of one type count once, so stars need an event type each. How many users then have the",
            "factors that Spark saved is told; those of a training with nonnegative never do.",
            "",
            "Examples:",
            "  attune model-import shop als --items items.csv --users users.csv --alpha 40",
            "  attune model-import shop als --explicit --reg-param 0.05 --weight stars-1=1 --weight stars-5=5"
        })
final class ModelImportCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "FOLDER", description = "The folder that Spark saved the model to.")
    @Nullable
    private Path saved;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "CSV of Spark's numbers and ids of items; the numbers are the ids if not given.")
    @Nullable
    private Path items;

    @Option(names = "--users", paramLabel = "FILE", description = "The same of users.")
    @Nullable
    private Path users;

    @Option(names = "--explicit", description = "Trained with implicitPrefs false, on ratings.")
    private boolean explicit;

    @Option(names = "--alpha", description = "Of the training on implicit feedback (default 1).", defaultValue = "1")
    private double alpha = 1;

    @Option(names = "--reg-param", description = "Of the training (default 0.1).", defaultValue = "0.1")
    private double regParam = 0.1;

    @Mixin
    private final RecommenderArguments options = new RecommenderArguments();

    ModelImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        SparkEquation equation = Words.checked(
                () -> new SparkEquation(explicit ? Feedback.EXPLICIT : Feedback.IMPLICIT, alpha, regParam));
        SparkFolder folder = SparkFolder.read(Words.given(saved, "FOLDER"), progress());
        SparkImport.Ids ids = new SparkImport.Ids(map(items), map(users));
        Population population = services.populations().current(progress());
        SparkImport read = SparkImport.of(folder, ids, equation, population.events());
        TrainingRequest request = options.request(Algorithm.POPULARITY.kind(), population.events());
        RecommenderArguments.requireNoCore(request);
        Imported imported = services.models().keep(population, read.factors(), request, progress());
        return Report.of(lines(folder, read, imported, population), json(folder, read, imported));
    }

    private static IdMap map(@Nullable Path file) {
        return file == null ? IdMap.same() : IdMap.read(file);
    }

    private static List<String> lines(SparkFolder folder, SparkImport read, Imported imported, Population population) {
        ModelCard card = imported.card();
        List<String> lines = new ArrayList<>();
        lines.add("Imported " + card.id() + " from Spark " + folder.version() + ": "
                + Counted.of(folder.rank(), "factor") + " of "
                + Counted.of(card.size().items(), "item") + ". SHA-256 of the folder: " + folder.sha256() + ".");
        lines.add("Left out: " + Counted.of(read.unmappedItems(), "item") + " without an id, "
                + Counted.of(read.unknownItems(), "item") + " that the data here does not have.");
        lines.add("Of " + Counted.of(folder.users().size(), "user") + " of the training "
                + Counted.of(read.unmappedUsers(), "user") + " have no id, "
                + Counted.of(read.unknownUsers(), "user") + " are not in the data here; of "
                + Counted.of(imported.folded().users(), "user") + " with a history here "
                + Words.number(imported.folded().same()) + " have the factors that Spark saved.");
        if (imported.folded().same() * 2L < imported.folded().users()) {
            lines.add("Most users do not have the factors that Spark saved: check --weight, --alpha, --reg-param and"
                    + " --explicit. Their lists will not be Spark's.");
        }
        lines.addAll(InterestWords.lines(card.interactions(), population.events()));
        lines.addAll(Evaluations.lines(card.evaluation()));
        lines.add("It was trained elsewhere, perhaps on the very events that measure it here.");
        return lines;
    }

    private static ObjectNode json(SparkFolder folder, SparkImport read, Imported imported) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("model", imported.card().id().toString());
        node.put("sha256", folder.sha256()).put("factors", folder.rank());
        node.put("items", imported.card().size().items());
        node.put("itemsWithoutId", read.unmappedItems()).put("itemsNotHere", read.unknownItems());
        node.put("users", folder.users().size());
        node.put("usersWithoutId", read.unmappedUsers()).put("usersNotHere", read.unknownUsers());
        node.put("usersWithHistory", imported.folded().users());
        node.put("usersAsTrained", imported.folded().same());
        node.set("interest", InterestWords.json(imported.card().interactions()));
        node.set("evaluation", Evaluations.json(imported.card().evaluation()));
        return node;
    }
}
