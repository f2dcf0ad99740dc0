package app.attune.export;

import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.segments.FieldKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The users of a desk as a server knows them.
public final class ServedProfiles {
    private ServedProfiles() {}

    /// Without the history, which says nothing of flags.
    public static ServerProfile of(ProfileDesk desk, int userIdx) {
        var profile = desk.input(userIdx).profile();
        Map<String, Object> attributes = new HashMap<>();
        profile.attributes().forEach((name, text) -> {
            boolean isNumber = desk.shape().attributes().getOrDefault(name, Optional.empty()).stream()
                    .anyMatch(FieldKind.NUMBER::equals);
            attributes.put(name, isNumber ? (Object) Double.valueOf(text) : text);
        });
        return new ServerProfile(attributes, profile.features(), Map.of(), profile.items());
    }
}
