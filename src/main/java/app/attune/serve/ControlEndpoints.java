package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Changes what decides: reloads and the kill switch.
final class ControlEndpoints {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_BYTES = 16 << 10;

    private final BundleShelf shelf;
    private final ReloadDesk reloads;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);
    private final SwitchDesk killSwitch;

    ControlEndpoints(BundleShelf shelf, ReloadDesk reloads, Clock clock, SwitchDesk killSwitch) {
        this.shelf = shelf;
        this.reloads = reloads;
        this.clock = clock;
        this.killSwitch = killSwitch;
    }

    KillSwitch killSwitch() {
        return killSwitch.current();
    }

    Answer killSwitch(Call call) {
        JsonNode asked = fields(call, Set.of("pulled", "reason"));
        JsonNode reason = asked.path("reason");
        if (!asked.path("pulled").isBoolean()
                || !(reason.isMissingNode() || reason.isTextual())
                || reason.asText().length() > LONGEST_REASON) {
            throw Refusal.badRequest(
                    "The kill switch needs \"pulled\", true or false, and may have a \"reason\" of at most "
                            + LONGEST_REASON + " characters.",
                    "Send {\"pulled\": true, \"reason\": \"…\"}.");
        }
        KillSwitch wanted = new KillSwitch(asked.path("pulled").asBoolean(), reason.asText(), clock.instant());
        boolean kept = killSwitch.set(wanted);
        return Answer.json(200, SwitchDesk.json(wanted, kept));
    }

    Answer reload(Call call) {
        JsonNode asked = fields(call, Set.of("path"));
        JsonNode path = asked.path("path");
        if (!path.isMissingNode() && !path.isTextual()) {
            throw Refusal.badRequest("\"path\" is not a text.", "Send {} or {\"path\": \"NAME\"}.");
        }
        Path next = path.isTextual() ? shelf.beside(path.asText()) : shelf.folder();
        if (!turn.tryAcquire()) {
            throw Refusal.of(
                    409,
                    new Problem("serve.reload-running", "Another reload is not done yet.", "Ask again when it is."));
        }
        try {
            return told(reloads.reload(next));
        } finally {
            turn.release();
        }
    }

    private Answer told(Reload done) {
        if (done.refused().isPresent()) {
            throw Refusal.of(422, done.refused().get());
        }
        ObjectNode node = Json.mapper().createObjectNode();
        node.set("reload", done.json());
        node.set("bundle", shelf.current().facts().stamp());
        return Answer.json(200, node);
    }

    private static JsonNode fields(Call call, Set<String> known) {
        JsonNode asked = call.json(MOST_BYTES);
        boolean plain = asked.isObject();
        for (String name : (Iterable<String>) asked::fieldNames) {
            plain = plain && known.contains(name);
        }
        if (!plain) {
            throw Refusal.badRequest(
                    "The request is not an object of "
                            + String.join(", ", known.stream().sorted().toList()) + ".",
                    "See /openapi.json.");
        }
        return asked;
    }
}
