package app.attune.export;

import app.attune.decider.ServerProfile;
import app.attune.prove.TargetContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;

/// The context of the profile that was asked for last, made once for all its flags.
final class LastContext {
    private final TargetContext context;
    private final IdentityHashMap<ServerProfile, ObjectNode> last = new IdentityHashMap<>(1);

    LastContext(TargetContext context) {
        this.context = context;
    }

    ObjectNode of(ServerProfile profile) {
        ObjectNode known = last.get(profile);
        if (known == null) {
            known = context.of(profile);
            last.clear();
            last.put(profile, known);
        }
        return known;
    }
}
