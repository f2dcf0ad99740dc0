package app.attune.export.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.decider.BundleVerifier;
import app.attune.export.ExportedBundle;
import app.attune.export.Gate;
import app.attune.export.GeneratedShop;
import app.attune.export.RuleChecks;
import app.attune.export.RuleTargets;
import app.attune.rules.RuleSet;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportViewModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final Counter counter = new Counter();

    private ExportViewModel loaded() {
        ExportViewModel model = new ExportViewModel(counter.context(folder, Tasks.direct()), Texts.of("export"));
        model.load();
        return model;
    }

    @Test
    void anExportIsWrittenVerifiedAndListed() {
        ExportViewModel model = loaded();
        assertEquals("", model.disabledReasonProperty().get());
        model.exportInto(folder);
        ExportedBundle bundle = model.resultProperty().get().orElseThrow();
        assertTrue(BundleVerifier.verify(bundle.folder()).isSound());
        assertEquals(bundle.hash(), model.exports().getFirst().hash());
        assertEquals(List.of(), model.problems());
    }

    @Test
    void aSecondExportNeverTouchesTheFirst() {
        ExportViewModel model = loaded();
        model.exportInto(folder);
        Path first = model.resultProperty().get().orElseThrow().folder();
        model.exportInto(folder);
        Path second = model.resultProperty().get().orElseThrow().folder();
        assertFalse(first.equals(second));
        assertTrue(Files.isDirectory(first));
        assertEquals(2, model.exports().size());
    }

    @Test
    void aClosedGateStopsTheExportWithAReason() {
        counter.ruleProblems = List.of(new Problem("rules.unknown-segment", "A rule is lost.", "Find it."));
        ExportViewModel model = loaded();
        assertFalse(model.disabledReasonProperty().get().isEmpty());
        model.exportInto(folder);
        assertEquals(Optional.empty(), model.resultProperty().get());
        assertEquals(List.of(), counter.log);
    }

    @Test
    void whatWasExportedIsToldUntilTheRulesAreOthers() {
        ExportViewModel model = loaded();
        model.exportInto(folder);
        model.load();
        assertTrue(model.resultProperty().get().isPresent());
        counter.rules = Optional.of(new RuleSet(4, GeneratedShop.program(), "ana", "", GeneratedShop.AS_OF));
        model.load();
        assertEquals(Optional.empty(), model.resultProperty().get());
    }

    @Test
    void withoutRulesThereIsNothingToExport() {
        counter.rules = Optional.empty();
        assertFalse(loaded().disabledReasonProperty().get().isEmpty());
    }

    @Test
    void personalListsAreOnlyThereWhenAskedFor() {
        ExportViewModel model = loaded();
        model.exportInto(folder);
        assertFalse(Files.exists(
                model.resultProperty().get().orElseThrow().folder().resolve("recommendations/users.jsonl")));
        model.userListsProperty().set(true);
        model.exportInto(folder);
        assertTrue(Files.exists(
                model.resultProperty().get().orElseThrow().folder().resolve("recommendations/users.jsonl")));
    }

    @Test
    void theCommandQuotesOddFolders() {
        ExportedBundle bundle =
                new ExportedBundle(Path.of("/tmp/a b's"), "00", 1, 1, 1, 1, 0, 1, List.of(), List.of(), "ab");
        assertEquals("attune verify '/tmp/a b'\\''s' --key ab", ExportViewModel.command(bundle));
    }

    private static Gate gate(ExportViewModel model, String id) {
        return model.gates().stream()
                .filter(gate -> gate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWaivedGateLetsTheExportOutWithTheReasonAndClosesAgain() {
        counter.checks = Counter.reviewing("Winter offer");
        ExportViewModel model = loaded();
        assertFalse(model.disabledReasonProperty().get().isEmpty());
        model.waive(gate(model, Gate.REVIEW), "short");
        assertEquals("export.waiver-reason", model.problems().getFirst().code());
        model.waive(gate(model, Gate.REVIEW), "approved in the meeting");
        assertEquals(List.of(), model.problems());
        assertEquals("", model.disabledReasonProperty().get());
        model.exportInto(folder);
        ExportedBundle bundle = model.resultProperty().get().orElseThrow();
        assertEquals("approved in the meeting", bundle.waivers().getFirst().reason());
        assertEquals(
                "ana",
                BundleVerifier.verify(bundle.folder()).waivers().getFirst().author());
        assertEquals(Gate.State.FAILED, gate(model, Gate.REVIEW).state());
    }

    @Test
    void aWaiverFallsWhenSomethingElseIsFound() {
        counter.checks = Counter.reviewing("Winter offer");
        ExportViewModel model = loaded();
        model.waive(gate(model, Gate.REVIEW), "approved in the meeting");
        model.load();
        assertEquals(Gate.State.WAIVED, gate(model, Gate.REVIEW).state());
        counter.checks = Counter.reviewing("Winter offer", "Another one");
        model.load();
        assertEquals(Gate.State.FAILED, gate(model, Gate.REVIEW).state());
        counter.checks = Counter.reviewing("Winter offer");
        model.load();
        assertEquals(Gate.State.FAILED, gate(model, Gate.REVIEW).state());
    }

    @Test
    void aSmallSegmentIsJudgedByTheNumberAskedFor() {
        counter.checks = new RuleChecks(
                List.of(), List.of(), List.of(), List.of(), List.of(), Map.of("Few", 12), List.of(), List.of());
        ExportViewModel model = loaded();
        assertEquals(Gate.State.FAILED, gate(model, Gate.SIZE).state());
        model.minimumSegmentProperty().set(12);
        assertEquals(Gate.State.PASSED, gate(model, Gate.SIZE).state());
        assertEquals("", model.disabledReasonProperty().get());
    }

    @Test
    void chosenTargetsAreWrittenAndThoseThatCannotBeSaySo() {
        ExportViewModel model = loaded();
        assertEquals(
                RuleTargets.all(),
                model.targets().stream().map(TargetChoice::target).toList());
        List<String> possible = model.targets().stream()
                .filter(TargetChoice::isPossible)
                .map(choice -> choice.target().name())
                .toList();
        model.chosen().addAll(possible);
        model.exportInto(folder);
        Path written = model.resultProperty().get().orElseThrow().folder();
        possible.forEach(name -> assertTrue(Files.isDirectory(written.resolve("targets/" + name)), name));
        model.targets().stream()
                .filter(choice -> !choice.isPossible())
                .forEach(choice -> assertFalse(Files.exists(
                        written.resolve("targets/" + choice.target().name()))));
    }

    @Test
    void theKeyIsShownOnceThereIsOne() {
        ExportViewModel model = loaded();
        assertEquals(Optional.empty(), model.fingerprintProperty().get());
        model.exportInto(folder);
        assertEquals(
                model.resultProperty().get().map(ExportedBundle::fingerprint),
                model.fingerprintProperty().get());
    }
}
