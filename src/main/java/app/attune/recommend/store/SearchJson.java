package app.attune.recommend.store;

import app.attune.core.json.Json;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Setting;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.tune.Axis;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchId;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.SearchSpace;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import app.attune.recommend.tune.Trial.Failed;
import app.attune.recommend.tune.Trial.Outcome;
import app.attune.recommend.tune.Trial.Scored;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The lines of a search as JSON, version 1.
final class SearchJson {
    private static final String FORMAT = "attune-search";
    private static final int VERSION = 1;

    private SearchJson() {}

    static ObjectNode header(Search search) {
        SearchPlan plan = search.request().plan();
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("format", FORMAT)
                .put("version", VERSION)
                .put("search", search.id().toString());
        node.put("algorithm", plan.space().algorithm().kind());
        node.set("fixed", ProvenanceJson.texts(plan.space().fixed()));
        ArrayNode axes = node.putArray("axes");
        plan.space().axes().forEach(axis -> axes.add(axis(axis)));
        node.put("strategy", plan.strategy().code())
                .put("trials", plan.trials())
                .put("seed", plan.seed());
        node.put("by", search.request().by().code());
        node.set("interactions", CardJson.interactions(search.request().interactions()));
        node.set("split", split(search.request().split()));
        node.put("dataHash", search.ground().dataHash());
        node.set("validation", SplitJson.write(search.ground().validation()));
        node.put("testFrom", search.ground().testFrom().toString());
        return node;
    }

    static Search search(SearchId id, JsonNode node) {
        if (!FORMAT.equals(Fields.text(node, "format"))
                || Fields.of(node, "version").asInt() != VERSION) {
            throw new IllegalArgumentException("its format is not " + FORMAT + " " + VERSION);
        }
        if (!id.toString().equals(Fields.text(node, "search"))) {
            throw new IllegalArgumentException("it is of the search " + Fields.text(node, "search"));
        }
        SearchPlan plan = new SearchPlan(
                space(node),
                Strategy.of(Fields.text(node, "strategy")).orElseThrow(() -> unknown("strategy")),
                Fields.of(node, "trials").asInt(),
                Fields.of(node, "seed").asLong());
        SearchRequest request = new SearchRequest(
                plan,
                Criterion.of(Fields.text(node, "by")).orElseThrow(() -> unknown("measure")),
                CardJson.interactions(Fields.of(node, "interactions")),
                split(Fields.of(node, "split")));
        Search.Ground ground = new Search.Ground(
                Fields.text(node, "dataHash"),
                SplitJson.read(Fields.of(node, "validation")),
                Instant.parse(Fields.text(node, "testFrom")));
        return new Search(id, request, ground, List.of(), List.of());
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("this version of the application does not know its " + what);
    }

    private static SearchSpace space(JsonNode node) {
        Algorithm algorithm = Algorithm.of(Fields.text(node, "algorithm")).orElseThrow(() -> unknown("algorithm"));
        List<Axis> axes = new ArrayList<>();
        Fields.of(node, "axes").forEach(axis -> axes.add(axis(algorithm, axis)));
        return new SearchSpace(algorithm, new TreeMap<>(ProvenanceJson.texts(Fields.of(node, "fixed"))), axes);
    }

    private static ObjectNode axis(Axis axis) {
        ObjectNode node = Json.mapper().createObjectNode().put("name", axis.name());
        if (axis instanceof Axis.Range range) {
            node.put("low", range.low())
                    .put("high", range.high())
                    .put("scale", range.scale().name());
        }
        return node;
    }

    private static Axis axis(Algorithm algorithm, JsonNode node) {
        Setting setting = algorithm.setting(Fields.text(node, "name")).orElseThrow(() -> unknown("settings"));
        return setting instanceof Setting.Choice choice
                ? new Axis.Words(choice)
                : new Axis.Range(
                        setting,
                        Fields.of(node, "low").asDouble(),
                        Fields.of(node, "high").asDouble(),
                        Axis.Scale.valueOf(Fields.text(node, "scale")));
    }

    private static ObjectNode split(SplitPoint split) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (split) {
            case SplitPoint.At at -> node.put("at", at.at().toString());
            case SplitPoint.Share share -> node.put("share", share.trainShare());
        };
    }

    private static SplitPoint split(JsonNode node) {
        return node.has("at")
                ? new SplitPoint.At(Instant.parse(Fields.text(node, "at")))
                : new SplitPoint.Share(Fields.of(node, "share").asDouble());
    }

    static ObjectNode trial(Trial trial) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("trial", trial.number()).put("share", trial.share()).put("seconds", trial.seconds());
        node.set("options", ProvenanceJson.texts(trial.options().values()));
        switch (trial.outcome()) {
            case Scored scored -> node.set("score", CardJson.interval(scored.score()));
            case Failed failed ->
                node.putObject("failed").put("code", failed.code()).put("reason", failed.reason());
        }
        return node;
    }

    static Trial trial(SearchRequest request, JsonNode node) {
        return new Trial(
                Fields.of(node, "trial").asInt(),
                new RecommenderOptions(
                        request.plan().space().algorithm(), ProvenanceJson.texts(Fields.of(node, "options"))),
                Fields.of(node, "share").asDouble(),
                outcome(node),
                Fields.of(node, "seconds").asDouble());
    }

    private static Outcome outcome(JsonNode node) {
        if (node.has("failed")) {
            JsonNode failed = node.get("failed");
            return new Failed(Fields.text(failed, "code"), Fields.text(failed, "reason"));
        }
        return new Scored(CardJson.interval(Fields.of(node, "score")));
    }

    static ObjectNode look(TestLook look) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("winner", look.trial()).put("afterTrials", look.afterTrials());
        node.set("test", CardJson.interval(look.score()));
        node.set("popularity", CardJson.interval(look.popularity()));
        return node;
    }

    static TestLook look(JsonNode node) {
        return new TestLook(
                Fields.of(node, "winner").asInt(),
                Fields.of(node, "afterTrials").asInt(),
                CardJson.interval(Fields.of(node, "test")),
                CardJson.interval(Fields.of(node, "popularity")));
    }
}
