package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// How the last attempt to serve a bundle ended.
///
/// @param refused why the bundle before it still decides
record Reload(Instant at, Optional<Problem> refused) {
    String outcome() {
        return refused.isPresent() ? "refused" : "swapped";
    }

    ObjectNode json() {
        ObjectNode node =
                Json.mapper().createObjectNode().put("at", at.toString()).put("outcome", outcome());
        refused.ifPresent(problem -> node.set("problem", Answer.node(problem)));
        return node;
    }
}
