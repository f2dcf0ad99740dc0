package app.attune.serve;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Whether all rules but Exclude are switched off by hand, since when and why.
record KillSwitch(boolean pulled, String reason, Instant since) {
    ObjectNode json() {
        return Json.mapper()
                .createObjectNode()
                .put("pulled", pulled)
                .put("reason", reason)
                .put("since", since.toString());
    }
}
