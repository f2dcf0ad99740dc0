package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that only the workbench can ask stand in the way of nothing but the rules that name them.
final class LeftOutModelsTest {
    private static final ProfileDesk SHOP = GeneratedShop.desk(5, 200);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static Rule rule(Rule.Status status) {
        return new Rule(
                new RuleId("alike"),
                "Alike",
                new SegmentId("germans"),
                new Treatment.Recommend("ease", List.of("user-knn")),
                status,
                "");
    }

    private ExportedBundle write(Rule rule) {
        ProfileDesk desk = GeneratedShop.desk(SHOP, RuleProgram.of(List.of(rule)));
        return new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("bundle"), Progress.none());
    }

    @Test
    void anActiveRuleThatNamesOneIsRefusedByName() {
        ProblemException refused = assertThrows(ProblemException.class, () -> write(rule(Rule.Status.ACTIVE)));
        assertEquals("export.window-only-model", refused.problem().code());
        assertTrue(
                refused.problem().message().startsWith("\u201cAlike\u201d recommends by User-kNN"),
                refused.problem().message());
        assertFalse(Files.exists(folder.resolve("bundle")));
    }

    @Test
    void othersAreExportedAndWhatIsLeftOutIsSaid() throws IOException {
        ExportedBundle bundle = write(rule(Rule.Status.PAUSED));
        Path manifest = bundle.folder().resolve("manifest.json");
        assertEquals(
                "[\"user-knn\"]",
                Json.read(Files.readString(manifest), "the manifest")
                        .path("modelsLeftOut")
                        .toString());
        assertTrue(Files.readString(bundle.folder().resolve("rulebook.md"))
                .contains("Not in this bundle, since only the workbench can ask them: User-kNN."));
        assertEquals(
                "export.models-left-out",
                bundle.notes().getLast().code(),
                bundle.notes().toString());
        assertFalse(Files.exists(bundle.folder().resolve("recommendations/user-knn.json")));
    }

    private static Gate gate(Rule.Status status, List<String> models) {
        RuleProgram program = RuleProgram.of(List.of(rule(status)));
        return new ExportDraft(
                        "A shop",
                        Optional.of(new RuleSet(3, program, "ana", "", GeneratedShop.AS_OF)),
                        List.of(),
                        List.of(),
                        RuleChecks.none(),
                        models,
                        GeneratedShop.needs(List.of()),
                        RuleSentence.plain(),
                        () -> SHOP)
                .gates().stream()
                        .filter(one -> one.id().equals(Gate.MODELS))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theGateOfModelsTellsBoth() {
        List<String> both = List.of("user-knn", "popularity");
        Gate failed = gate(Rule.Status.ACTIVE, both);
        assertEquals(Gate.State.FAILED, failed.state());
        assertTrue(failed.findings().getFirst().message().contains("Alike"), failed.toString());
        Gate noted = gate(Rule.Status.PAUSED, both);
        assertEquals(Gate.State.NOTED, noted.state());
        assertTrue(noted.findings().getFirst().message().contains("User-kNN"), noted.toString());
        assertEquals(
                Gate.State.PASSED,
                gate(Rule.Status.PAUSED, List.of("popularity")).state());
        assertEquals(
                "export.no-models",
                gate(Rule.Status.PAUSED, List.of("user-knn"))
                        .findings()
                        .getFirst()
                        .code());
    }
}
