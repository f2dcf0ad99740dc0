package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.profiles.Population;
import app.attune.recommend.Champion;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.Registry;
import app.attune.recommend.RollingEvaluation;
import app.attune.recommend.RollingWords;
import app.attune.recommend.SplitWay;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "model",
        description = "Lists saved models, says which is the champion of a purpose, and how it does over time.",
        footer = {
            "",
            "list      all models, with the purposes they are champions of; all others are challengers",
            "champion  makes MODEL the champion of --purpose; without MODEL says who is",
            "release   leaves --purpose without a champion",
            "drift     trains the settings of MODEL (or of the champion) anew before each of the last months, measures",
            "          them in it, and says whether NDCG@10 fell",
            "refit     trains the settings of MODEL (or of the champion) on the data of today, keeps that as a challenger,",
            "          and compares it with what was measured then",
            "",
            "Examples:",
            "  attune model shop list",
            "  attune model shop champion item-knn-1 --purpose home",
            "  attune model shop drift --months 6",
            "  attune model shop refit item-knn-1"
        })
final class ModelCommand extends WorkspaceCommand {
    private static final int[] WIDTHS = {24, 26, 24, 12};

    private enum Verb {
        LIST,
        CHAMPION,
        RELEASE,
        DRIFT,
        REFIT
    }

    @Parameters(index = "1", paramLabel = "VERB", description = "list, champion, release, drift or refit.")
    private String verb = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "MODEL", description = "A saved model, such as item-knn-1.")
    @Nullable
    private String model;

    @Option(
            names = "--purpose",
            paramLabel = "NAME",
            description = "What the champion is for, such as home (default: default).",
            defaultValue = Champion.USUAL_PURPOSE)
    private String purpose = Champion.USUAL_PURPOSE;

    @Option(names = "--months", paramLabel = "N", description = "Of drift: the last months (default 12).")
    private int months = 12;

    ModelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Registry registry = services.models().registry();
        return switch (Choices.of("model", verb, Verb.values())) {
            case LIST -> list(services);
            case CHAMPION -> champion(registry);
            case RELEASE -> release(registry);
            case DRIFT -> drift(services, registry);
            case REFIT -> refit(services, registry);
        };
    }

    private static Report list(Services services) {
        List<Champion> champions = services.models().registry().champions();
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        lines.add(Words.columns(WIDTHS, "", "NDCG@10", "Measured on users", "", ""));
        for (ModelCard card : services.models().list()) {
            List<String> purposes = champions.stream()
                    .filter(one -> one.model().equals(card.id()))
                    .map(Champion::purpose)
                    .toList();
            lines.add(Words.columns(
                    WIDTHS,
                    card.id(),
                    Evaluations.interval(card.result().ndcg10()),
                    Words.number(card.evaluation().users()),
                    purposes.isEmpty() ? "challenger" : "champion of " + String.join(", ", purposes)));
            ObjectNode one = array.addObject()
                    .put("model", card.id().toString())
                    .put("trainedAt", card.provenance().madeAt());
            one.set("ndcg10", Evaluations.json(card.result().ndcg10()));
            purposes.forEach(one.putArray("championOf")::add);
        }
        return Report.of(lines, array);
    }

    private String purpose() {
        if (!Champion.isPurpose(purpose)) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "\"" + purpose + "\" is no purpose.",
                    "Write a word of lower-case letters, digits and hyphens, such as home.");
        }
        return purpose;
    }

    private Report champion(Registry registry) {
        Champion champion = Optional.ofNullable(model)
                .map(ModelId::of)
                .map(id -> registry.crown(purpose(), id))
                .orElseGet(() -> crowned(registry));
        return Report.of(
                List.of(RecommenderNames.of(champion.model()) + " is the champion of " + champion.purpose() + " since "
                        + champion.since() + "."),
                json(champion));
    }

    private Report release(Registry registry) {
        Champion champion = crowned(registry);
        if (model != null && !ModelId.of(model).equals(champion.model())) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "The champion of " + purpose + " is " + champion.model() + ", not " + model + ".",
                    "Leave MODEL out, or name another --purpose.");
        }
        registry.release(purpose);
        return Report.of(
                List.of(RecommenderNames.of(champion.model()) + " is not the champion of " + purpose + " any more."),
                json(champion));
    }

    private static ObjectNode json(Champion champion) {
        return Json.mapper()
                .createObjectNode()
                .put("purpose", champion.purpose())
                .put("model", champion.model().toString())
                .put("since", champion.since().toString());
    }

    private Report drift(Services services, Registry registry) {
        if (months < 1 || months > SplitWay.MOST_PERIODS) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "Months are 1 to " + SplitWay.MOST_PERIODS + ", not " + months + ".",
                    "Give --months within these.");
        }
        ModelId id = asked(registry);
        Population population = services.populations().current(progress());
        RollingEvaluation found = registry.drift(id, population, months, progress());
        List<String> lines = new ArrayList<>(RollingTables.lines(found));
        ObjectNode json = RollingTables.json(found).put("finding", RollingWords.trend(found.asked()));
        return Report.of(lines, json);
    }

    private Report refit(Services services, Registry registry) {
        Registry.Refit refit =
                registry.refit(asked(registry), services.populations().current(progress()), progress());
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("then", refit.then().id().toString())
                .put("now", refit.now().id().toString())
                .put("sameTestUsers", refit.paired());
        json.set("ndcg10Then", Evaluations.json(refit.then().result().ndcg10()));
        json.set("ndcg10Now", Evaluations.json(refit.now().result().ndcg10()));
        json.set("change", Evaluations.json(refit.change()));
        return Report.of(List.of(RollingWords.refit(refit)), json);
    }

    private ModelId asked(Registry registry) {
        return Optional.ofNullable(model)
                .map(ModelId::of)
                .orElseGet(() -> crowned(registry).model());
    }

    private Champion crowned(Registry registry) {
        return registry.champion(purpose())
                .orElseThrow(() -> ProblemException.of(
                        "model.no-champion",
                        "No model is the champion of " + purpose + ".",
                        "Make one: attune model WORKSPACE champion MODEL --purpose " + purpose + "."));
    }
}
