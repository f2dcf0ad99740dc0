package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.recommend.CoreFacts;
import app.attune.recommend.SplitFacts;
import app.attune.recommend.SplitWords;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// How interactions were parted, as lines and as JSON.
final class Splits {
    private Splits() {}

    static List<String> lines(SplitFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(way(facts) + ", " + Words.number(facts.testUsers()) + " test users, " + SplitWords.leakage(facts));
        lines.addAll(SplitWords.core(facts));
        return lines;
    }

    private static String way(SplitFacts facts) {
        return switch (facts.details().kind()) {
            case BY_TIME, PERIOD ->
                "Split by time: trains up to " + facts.leakage().lastTrain() + ", tests from "
                        + facts.leakage().firstTest();
            case LEAVE_LAST_OUT ->
                "Leave last out: the last new item of each user tests, what the user did before trains";
            case OWN_FILE ->
                "Split file: " + Words.number(facts.trainEvents()) + " interactions train, "
                        + Words.number(facts.testEvents()) + " test, "
                        + Words.number(facts.details().setAside()) + " are in neither part";
        };
    }

    static ObjectNode json(SplitFacts facts) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("split", Words.code(facts.details().kind()))
                .put("lastTrain", facts.leakage().lastTrain().toString())
                .put("firstTest", facts.leakage().firstTest().toString())
                .put("leakage", !facts.leakage().passes())
                .put("trainAfterFirstTest", facts.leakage().trainAfterSplit())
                .put("testBeforeLastTrain", facts.leakage().testBeforeEnd())
                .put("trainAfterOwnTest", facts.leakage().ownFuture())
                .put("trainInteractions", facts.trainEvents())
                .put("testInteractions", facts.testEvents())
                .put("setAside", facts.details().setAside())
                .put("testUsers", facts.testUsers());
        CoreFacts core = facts.details().core();
        if (core.isAsked()) {
            node.putObject("kCore")
                    .put("k", core.least())
                    .put("usersLeftOut", core.users())
                    .put("itemsLeftOut", core.items())
                    .put("interactionsLeftOut", core.interactions())
                    .put("testUsersLeftOut", core.testUsers());
        }
        return node;
    }
}
