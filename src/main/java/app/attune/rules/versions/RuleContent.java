package app.attune.rules.versions;

import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.rules.RuleJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a rule says, as a hash: two rules with the same hash say the same. Its status is no part of it, as approving a
/// draft and then activating it is what reviews are for.
public final class RuleContent {
    private RuleContent() {}

    /// SHA-256 in hexadecimal digits.
    public static String hash(Rule rule) {
        return hash(Json.write(RuleJson.write(rule.withStatus(Rule.Status.ACTIVE))));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
