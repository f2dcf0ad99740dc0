package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;
import static app.attune.ui.FxTest.runOnFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.BundleSignature;
import app.attune.decider.BundleVerifier;
import app.attune.ui.Destination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

/// The analyst hands bundles to the server team.
record ExportSteps(Analyst analyst, Path home) {
    /// Before the rules change.
    ExportSteps first() {
        analyst.step("16b-first-export", () -> {
            analyst.visit(Destination.EXPORT);
            write();
        });
        return this;
    }

    /// One rule never wins, and a review was asked for and nobody approved.
    ExportSteps closed() {
        analyst.step("26-gate-closed", () -> {
            analyst.visit(Destination.EXPORT);
            analyst.until("the gate says no", () -> analyst.sees("#gate-waive-review"));
            assertTrue(analyst.node("#exportButton", Button.class).isDisabled());
            assertTrue(analyst.says("Active rules do not stand in each other's way: failed"));
            assertTrue(analyst.says("No rule waits for a review or an approval: failed"));
            assertFalse(analyst.sees("#resultFolder"), "what was exported is of other rules");
        });
        return this;
    }

    /// What is new are the two rules.
    ExportSteps compared() {
        analyst.step("26a-compared-with-last", () -> {
            analyst.reveal("#compareButton");
            analyst.click("#compareButton");
            analyst.settle();
            analyst.until("it is compared", () -> !lines().isEmpty());
            List<String> said = lines();
            assertTrue(said.get(1)
                    .endsWith(" users, all of the population, would be served other items or other offers."));
            assertEquals("Rules (2)", said.get(2));
            assertTrue(said.get(3).startsWith("Added \u201cAccessories for frequent buyers\u201d: "), said.get(3));
            assertTrue(said.get(4).startsWith("Added \u201cDouble accessories in November\u201d: "), said.get(4));
        });
        return this;
    }

    private List<String> lines() {
        return onFx(() -> analyst.robot.lookup("#since .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    ExportSteps waived() {
        analyst.step("26b-gate-waived", () -> {
            top();
            waive("conflicts", "The second rule waits for its turn in December");
            assertTrue(analyst.node("#exportButton", Button.class).isDisabled());
            waive("review", "Reviewed in the team meeting of 2 November");
            assertFalse(analyst.node("#exportButton", Button.class).isDisabled());
        });
        analyst.step("26c-exported", this::write);
        return this;
    }

    private void waive(String gate, String reason) {
        analyst.dialogs.text = Optional.of(reason);
        analyst.click("#gate-waive-" + gate);
        analyst.until("the gate is open", () -> analyst.sees("#gate-withdraw-" + gate));
    }

    private void top() {
        ScrollPane page = analyst.node("#scroll", ScrollPane.class);
        runOnFx(() -> page.setVvalue(0));
    }

    private void write() {
        analyst.dialogs.path = Optional.of(home.resolve("bundles"));
        analyst.click("#exportButton");
        analyst.settle();
        verify(Path.of(analyst.text("#resultFolder")), analyst.text("#resultKey"));
    }

    /// @param key the fingerprint the server team was told
    private static void verify(Path bundle, String key) {
        var verification = BundleVerifier.verify(bundle);
        assertTrue(verification.isSound(), () -> verification.findings() + " " + verification.differences());
        assertEquals(BundleSignature.State.GOOD, verification.signature().state());
        assertEquals(Optional.of(key), verification.signature().fingerprint());
    }
}
