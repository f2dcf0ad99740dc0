package app.attune.export.flags;

import app.attune.core.json.Json;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What each rule that can be picked does, for engines whose answer is the id of a rule.
public final class PayloadFile {
    public static final String NAME = "payloads.json";

    private PayloadFile() {}

    public static String of(FlagPlan plan) {
        ObjectNode payloads = Json.mapper().createObjectNode();
        for (Flag flag : plan.flags()) {
            if (flag.shape() == Shape.PICK) {
                flag.arms().forEach(arm -> payloads.set(arm.id(), arm.payload()));
            }
        }
        return Json.writePretty(payloads);
    }
}
