package app.attune.recommend.store;

import app.attune.core.json.Json;
import app.attune.recommend.CoreFacts;
import app.attune.recommend.LeakageCheck;
import app.attune.recommend.SplitDetails;
import app.attune.recommend.SplitFacts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// How a card's interactions were parted, as JSON. What earlier versions did not write is that of a split by time.
final class SplitJson {
    private static final String KIND = "kind";
    private static final String CORE = "core";

    private SplitJson() {}

    static ObjectNode write(SplitFacts facts) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("lastTrain", facts.leakage().lastTrain().toString())
                .put("firstTest", facts.leakage().firstTest().toString())
                .put("trainAfterSplit", facts.leakage().trainAfterSplit())
                .put("testBeforeEnd", facts.leakage().testBeforeEnd())
                .put("ownFuture", facts.leakage().ownFuture())
                .put("trainEvents", facts.trainEvents())
                .put("testEvents", facts.testEvents())
                .put("testUsers", facts.testUsers())
                .put("unknownUserEvents", facts.unknownUserEvents())
                .put("unknownItemEvents", facts.unknownItemEvents())
                .put("repeatedEvents", facts.repeatedEvents())
                .put("usersWithoutConsent", facts.usersWithoutConsent())
                .put(KIND, facts.details().kind().name())
                .put("setAside", facts.details().setAside());
        CoreFacts core = facts.details().core();
        if (core.isAsked()) {
            node.putObject(CORE)
                    .put("least", core.least())
                    .put("users", core.users())
                    .put("items", core.items())
                    .put("interactions", core.interactions())
                    .put("testUsers", core.testUsers());
        }
        return node;
    }

    static SplitFacts read(JsonNode node) {
        return new SplitFacts(
                new LeakageCheck(
                        Instant.parse(Fields.text(node, "lastTrain")),
                        Instant.parse(Fields.text(node, "firstTest")),
                        Fields.of(node, "trainAfterSplit").asLong(),
                        node.path("testBeforeEnd").asLong(),
                        node.path("ownFuture").asLong()),
                Fields.of(node, "trainEvents").asLong(),
                Fields.of(node, "testEvents").asLong(),
                Fields.of(node, "testUsers").asInt(),
                Fields.of(node, "unknownUserEvents").asLong(),
                Fields.of(node, "unknownItemEvents").asLong(),
                Fields.of(node, "repeatedEvents").asLong(),
                Fields.of(node, "usersWithoutConsent").asInt(),
                details(node));
    }

    private static SplitDetails details(JsonNode node) {
        if (!node.has(KIND)) {
            return SplitDetails.BY_TIME;
        }
        return new SplitDetails(
                SplitDetails.Kind.valueOf(Fields.text(node, KIND)),
                node.path("setAside").asLong(),
                node.has(CORE) ? core(node.get(CORE)) : CoreFacts.NONE);
    }

    private static CoreFacts core(JsonNode node) {
        return new CoreFacts(
                Fields.of(node, "least").asInt(),
                Fields.of(node, "users").asLong(),
                Fields.of(node, "items").asLong(),
                Fields.of(node, "interactions").asLong(),
                Fields.of(node, "testUsers").asInt());
    }
}
