package app.attune.rules.versions;

import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.rules.RuleJson;
import java.nio.charset.StandardCharsets;

/// What a rule says, as a hash: two rules with the same hash say the same. Its status is no part of it, as approving a
/// draft and then activating it is what reviews are for.
public final class RuleContent {
    private RuleContent() {}

    /// SHA-256 in hexadecimal digits.
    public static String hash(Rule rule) {
        return hash(Json.write(RuleJson.write(rule.withStatus(Rule.Status.ACTIVE))));
    }

    static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
