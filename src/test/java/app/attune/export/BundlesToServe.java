package app.attune.export;

import app.attune.core.json.Json;
import app.attune.rules.RulePolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/// Bundles of one generated shop for those that serve them.
public final class BundlesToServe {
    private static final WrittenBundle SHOP = WrittenBundle.fresh();
    private static final WrittenBundle OTHER = WrittenBundle.of(RandomPrograms.of(5));

    private BundlesToServe() {}

    public static Path shop(Path folder) {
        return SHOP.write(folder);
    }

    /// The same shop with other rules.
    public static Path other(Path folder) {
        return OTHER.write(folder);
    }

    /// The shop with its own kill switch pulled.
    public static Path switchedOff(Path folder) {
        RulePolicy policy = GeneratedShop.program().policy().withKillSwitch(RulePolicy.KillSwitch.PULLED);
        return WrittenBundle.of(GeneratedShop.program().withPolicy(policy)).write(folder);
    }

    /// The shop as `.zip`.
    public static Path packedShop(Path archive) {
        return SHOP.pack("bundle/", archive);
    }

    /// The same shop with other rules as `.zip`.
    public static Path packedOther(Path archive) {
        return OTHER.pack("", archive);
    }

    /// The shop with another text in one file as `.zip`, with checksums that fit.
    public static Path packedSigned(Path archive, String file, String text) {
        return SHOP.with(file, text).signedAgain().pack("", archive);
    }

    /// The shop with another text in one file, with or without checksums that fit.
    public static Path changed(Path folder, String file, String text) {
        return SHOP.with(file, text).write(folder);
    }

    public static Path signed(Path folder, String file, String text) {
        return SHOP.with(file, text).signedAgain().write(folder);
    }

    public static String text(String file) {
        return SHOP.files().getOrDefault(file, "");
    }

    public static List<String> files() {
        return List.copyOf(SHOP.files().keySet());
    }

    /// The golden decisions of the shop.
    public static List<JsonNode> golden() {
        return SHOP.files()
                .getOrDefault("golden.jsonl", "")
                .lines()
                .map(line -> Json.read(line, "golden.jsonl"))
                .toList();
    }

    /// What a golden line asks.
    public static JsonNode question(JsonNode golden) {
        ObjectNode asked = golden.deepCopy();
        asked.remove(List.of("id", "why", "expected"));
        return asked;
    }
}
