package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleException;
import app.attune.decider.BundleFormat;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostileBundleTest {
    private static final WrittenBundle BUNDLE = WrittenBundle.fresh();
    private static final int MUTATIONS = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private String problem(Path bundle) {
        return assertThrows(BundleException.class, () -> BundleVerifier.verify(bundle))
                .problem()
                .code();
    }

    @Test
    void aManifestThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        for (String name :
                List.of("../secret.txt", "/etc/passwd", "..\\\\secret.txt", "a/../../secret.txt", ".hidden")) {
            String manifest = BUNDLE.files().getOrDefault("manifest.json", "").replace("items.json", name);
            Verification verification = BUNDLE.with("manifest.json", manifest).verify(folder.resolve("bundle"));
            assertTrue(
                    verification.findings().stream()
                            .anyMatch(found -> found.message().contains("leads elsewhere")),
                    name + ": " + verification.findings());
        }
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedUnread() throws IOException {
        Path bundle = BUNDLE.write(folder.resolve("bundle"));
        try (RandomAccessFile bomb =
                new RandomAccessFile(bundle.resolve("rules.json").toFile(), "rw")) {
            bomb.setLength(2L << 30);
        }
        assertEquals("bundle.too-large", problem(bundle));
    }

    @Test
    void alinkInABundleIsRefused() throws IOException {
        Path bundle = BUNDLE.write(folder.resolve("bundle"));
        Path link = Files.createSymbolicLink(bundle.resolve("link.json"), Path.of("/etc/passwd"));
        assertEquals("bundle.link", problem(bundle));
        Files.delete(link);
    }

    @Test
    void aSeedThatIsNoFeatureOrOfAnotherKindIsRefused() {
        String rules = BUNDLE.files().getOrDefault("rules.json", "");
        for (String changed : List.of(
                rules.replace("view_item_with_most_all_time", "no_such_feature"),
                rules.replace("\"seed\" : \"trigger\"", "\"seed\" : \"basket\""),
                rules.replace("\"seedFeature\"", "\"seeds\""))) {
            assertNotEquals(rules, changed);
            Path bundle = BUNDLE.with("rules.json", changed).signedAgain().write(folder.resolve("bundle"));
            BundleException refused = assertThrows(BundleException.class, () -> BundleDecider.load(bundle));
            assertEquals("bundle.malformed", refused.problem().code());
        }
    }

    @Test
    void aFolderThatIsNoBundleIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertEquals("bundle.not-found", problem(folder.resolve("empty")));
        assertEquals("bundle.not-found", problem(folder.resolve("nowhere")));
    }

    @Test
    void manyThousandFilesAreRefused() throws IOException {
        Path bundle = BUNDLE.write(folder.resolve("bundle"));
        for (int i = 0; i < 100; i++) {
            Files.writeString(bundle.resolve("f" + i), "");
        }
        assertEquals("bundle.too-many-files", problem(bundle));
    }

    @Test
    void deepAndTwiceNamedAndEndlessJsonAreFindings() {
        for (String text : List.of(
                "[".repeat(100_000),
                "{\"format\":1,\"format\":1}",
                "{\"format\":1} {}",
                "{\"format\":1e999}",
                "null",
                "",
                "{\"format\":1,\"rules\":[{\"id\":\"\u0000\u202e\"}],\"decision\":{}}")) {
            Verification verification =
                    BUNDLE.with("rules.json", text).signedAgain().verify(folder.resolve("bundle"));
            assertFalse(verification.findings().isEmpty(), text.substring(0, Math.min(40, text.length())));
        }
    }

    @Test
    void anOlderOrNewerFormatIsNamed() {
        String rules = BUNDLE.files()
                .getOrDefault("rules.json", "")
                .replaceFirst("\"format\" : " + BundleFormat.VERSION, "\"format\" : 9");
        String found = BUNDLE.with("rules.json", rules)
                .signedAgain()
                .verify(folder.resolve("bundle"))
                .findings()
                .toString();
        assertTrue(found.contains("has format 9"), found);
        assertTrue(found.contains("a newer Attune"), found);
        String old = BUNDLE.with("rules.json", rules.replaceFirst("\"format\" : 9", "\"format\" : 1"))
                .signedAgain()
                .verify(folder.resolve("older"))
                .findings()
                .toString();
        assertTrue(old.contains("has format 1; this version reads formats 2 to 5"), old);
        assertTrue(old.contains("wrote of consent otherwise. Export it again"), old);
    }

    @Test
    void randomDamageIsAlwaysFoundAndNeverCrashes() {
        long seed = 20261121;
        SplittableRandom random = Seeds.stream(seed, "damage");
        List<String> names = List.copyOf(BUNDLE.files().keySet());
        for (int i = 0; i < MUTATIONS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = BUNDLE.files().getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + random.nextInt(127));
            String damaged = new String(bytes, StandardCharsets.UTF_8);
            Verification verification = BUNDLE.with(name, damaged).verify(folder.resolve("bundle"));
            assertFalse(verification.isSound(), "seed " + seed + ", " + name + " at " + at);
        }
    }
}
