package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.export.bundle.BundleVerifier;
import app.attune.export.bundle.Verification;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.RuleTarget;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles that hold the formats of other engines beside our own.
final class BundleTargetsTest {
    private static final ProfileDesk DESK = GeneratedShop.desk(5, 200);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private ExportedBundle write(List<RuleTarget> targets) {
        return new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(DESK, targets), folder.resolve("bundle"), Progress.none());
    }

    @Test
    void targetsAreListedAndVerifiedWithTheBundle() throws IOException {
        ExportedBundle bundle = write(RuleTargets.all());
        JsonNode manifest = Json.read(Files.readString(bundle.folder().resolve("manifest.json")), "manifest");
        List<String> names = StreamSupport.stream(manifest.path("targets").spliterator(), false)
                .map(target -> target.path("name").asText())
                .toList();
        assertEquals(List.of("jsonlogic", "growthbook", "flagd", "unleash"), names);
        List<String> files = StreamSupport.stream(manifest.path("files").spliterator(), false)
                .map(file -> file.path("name").asText())
                .toList();
        for (String name : names) {
            assertTrue(files.contains("targets/" + name + "/context.json"), name);
            assertTrue(files.contains("targets/" + name + "/" + FlagsOfTargets.file(name)), name);
        }
        assertTrue(BundleVerifier.verify(bundle.folder(), Progress.none()).isSound());
        Path flags = bundle.folder().resolve("targets/flagd/flags.json");
        Files.writeString(flags, Files.readString(flags).replace("\"on\"", "\"off\""));
        Verification changed = BundleVerifier.verify(bundle.folder(), Progress.none());
        assertFalse(changed.isSound());
        assertTrue(changed.findings().getFirst().message().contains("targets/flagd/flags.json"));
    }

    @Test
    void withoutTargetsABundleIsAsItWas() throws IOException {
        ExportedBundle bundle = write(List.of());
        assertFalse(Files.exists(bundle.folder().resolve("targets")));
        assertFalse(Files.readString(bundle.folder().resolve("manifest.json")).contains("targets"));
    }

    @Test
    void whatATargetCannotExpressLeavesNothingBehind() {
        Problem refused = assertThrows(ProblemException.class, () -> write(List.of(new Refusing())))
                .problem();
        assertEquals("one.\ntwo.\nthree.\nfour.\nfive.\nAnd 1 more.", refused.message());
        assertFalse(Files.exists(folder.resolve("bundle")));
    }

    /// Cannot express anything.
    private static final class Refusing implements RuleTarget {
        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public String format() {
            return "none";
        }

        @Override
        public List<Problem> findings(FlagPlan plan) {
            return List.of("one", "two", "three", "four", "five", "six").stream()
                    .map(word -> new Problem("export.target-row", word + ".", "Change it."))
                    .toList();
        }

        @Override
        public SortedMap<String, String> render(FlagPlan plan) {
            return new TreeMap<>();
        }
    }
}
