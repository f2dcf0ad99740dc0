package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.recommend.tune.Axis;
import app.attune.recommend.tune.Importance;
import app.attune.recommend.tune.Ladder;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import app.attune.recommend.tune.Trial.Failed;
import app.attune.recommend.tune.Trial.Scored;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A search as JSON for programs.
final class SearchReport {
    private SearchReport() {}

    static ObjectNode json(Search search) {
        SearchPlan plan = search.request().plan();
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("search", search.id().toString())
                .put("kind", search.id().kind())
                .put("strategy", plan.strategy().code())
                .put("by", search.request().by().code())
                .put("seed", plan.seed())
                .put("over", search.isOver());
        space(plan, node);
        ground(search.ground(), node.putObject("ground"));
        ArrayNode trials = node.putArray("trials");
        search.trials().forEach(trial -> trials.add(json(trial)));
        search.best().ifPresent(best -> node.set("best", json(best)));
        ArrayNode looks = node.putArray("test");
        search.looks().forEach(look -> looks.add(json(look)));
        importance(search, node.putArray("importance"));
        return node;
    }

    private static void importance(Search search, ArrayNode rows) {
        Importance.of(search)
                .forEach(one -> rows.addObject()
                        .put("setting", one.setting())
                        .put("share", one.share())
                        .put("trials", one.trials()));
    }

    private static void space(SearchPlan plan, ObjectNode node) {
        ArrayNode axes = node.putArray("searched");
        plan.space().axes().stream().map(Axis::words).forEach(axes::add);
        write(plan.space().fixed(), node.putObject("fixed"));
        if (plan.strategy() == Strategy.HALVING) {
            ArrayNode rungs = node.putArray("rungs");
            Ladder.of(plan.trials())
                    .rungs()
                    .forEach(rung ->
                            rungs.addObject().put("settings", rung.settings()).put("share", rung.share()));
        }
    }

    private static void ground(Search.Ground ground, ObjectNode node) {
        node.put("dataHash", ground.dataHash())
                .put("lastTrain", ground.validation().leakage().lastTrain().toString())
                .put("firstJudged", ground.validation().leakage().firstTest().toString())
                .put("testFrom", ground.testFrom().toString())
                .put("users", ground.validation().testUsers());
    }

    private static ObjectNode json(Trial trial) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("trial", trial.number())
                .put("share", trial.share())
                .put("seconds", trial.seconds());
        write(trial.options().values(), node.putObject("options"));
        switch (trial.outcome()) {
            case Scored scored -> node.put("state", "done").set("score", Evaluations.json(scored.score()));
            case Failed failed ->
                node.put("state", "failed").put("code", failed.code()).put("reason", failed.reason());
        }
        return node;
    }

    private static ObjectNode json(TestLook look) {
        ObjectNode node =
                Json.mapper().createObjectNode().put("trial", look.trial()).put("afterTrials", look.afterTrials());
        node.set("score", Evaluations.json(look.score()));
        node.set("popularity", Evaluations.json(look.popularity()));
        return node;
    }

    private static void write(Map<String, String> values, ObjectNode node) {
        values.forEach(node::put);
    }
}
