package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.rules.Rule;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.Heartbeat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real application on the sample by keyboard alone, and everything it can do.
final class EveryActionTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    /// Screens whose actions all have keys.
    private static final Set<String> KEYED = Set.of(
            "people",
            "segments",
            "rules",
            "models",
            "preview",
            "export",
            "go",
            "workspace",
            "backups",
            "edit",
            "look",
            "shell");

    @TempDir
    private Path home = Path.of(".");

    @Test
    void everyActionHasAnIdATitleAPlaceInThePaletteAndAKeyOfItsOwn() {
        try (Analyst analyst = new Analyst("every-action", home, CLOCK)) {
            analyst.act("workspace.sample");
            for (String room : analyst.rooms()) {
                analyst.open(Destination.of(room));
                List<Action> offered = analyst.offered();
                assertEquals(List.of(), repeated(offered.stream().map(Action::id)), "ids on " + room);
                assertEquals(List.of(), repeated(keys(analyst.reachable())), "keys on " + room);
                assertTrue(ids(offered).containsAll(ids(analyst.reachable())), "the palette lacks some of " + room);
                assertTrue(offered.stream().noneMatch(action -> action.title().isBlank()));
            }
            assertEquals(
                    List.of(),
                    analyst.offered().stream()
                            .filter(action -> KEYED.contains(action.id().replaceFirst("\\..*", "")))
                            .filter(action -> action.key().isEmpty())
                            .map(Action::id)
                            .toList(),
                    "actions without a key");
        }
    }

    private static Stream<String> keys(List<Action> actions) {
        return actions.stream().flatMap(action -> action.key().stream()).map(Object::toString);
    }

    private static Set<String> ids(List<Action> actions) {
        return actions.stream().map(Action::id).collect(Collectors.toSet());
    }

    private static List<String> repeated(Stream<String> words) {
        List<String> rest = new ArrayList<>(words.toList());
        Set.copyOf(rest).forEach(rest::remove);
        return rest;
    }

    @Test
    void segmentsRulesModelsPreviewExportAndSettingsNeedNoMouse() {
        try (Analyst analyst = new Analyst("every-action", home, CLOCK)) {
            analyst.type(KeyCode.ENTER);
            analyst.settle();
            segment(analyst);
            rule(analyst);
            model(analyst);
            preview(analyst);
            earlier(analyst);
            export(analyst);
            settings(analyst);
        }
    }

    private static void segment(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        analyst.settle();
        analyst.dialogs.text = Optional.of("By keyboard");
        analyst.chord(KeyCode.SHORTCUT, KeyCode.N);
        analyst.settle();
        analyst.tabTo("#part-top-add-row");
        analyst.type(KeyCode.SPACE);
        analyst.settle();
        assertTrue(analyst.sees("#part-0-field"));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
        analyst.settle();
        assertFalse(analyst.sees("#part-0-field"));
    }

    private static List<String> names(Analyst analyst) {
        return analyst.services().rules().rules().stream().map(Rule::name).toList();
    }

    private static void rule(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT5);
        analyst.settle();
        analyst.chord(KeyCode.SHORTCUT, KeyCode.N);
        analyst.write("By keyboard");
        analyst.until("the rule has its name", () -> names(analyst).contains("By keyboard"));
        List<String> before = names(analyst);
        analyst.chord(KeyCode.ALT, KeyCode.UP);
        analyst.until("the rule moves up", () -> !names(analyst).equals(before));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
        analyst.until("the move is undone", () -> names(analyst).equals(before));
    }

    private static void model(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT6);
        analyst.settle();
        analyst.chord(KeyCode.SHORTCUT, KeyCode.T);
        assertTrue(analyst.sees("#startButton"));
        analyst.type(KeyCode.ESCAPE);
        assertFalse(analyst.sees("#startButton"));
        int before = analyst.services().models().list().size();
        analyst.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        analyst.settle();
        assertEquals(before + 1, analyst.services().models().list().size());
    }

    private static void preview(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT7);
        analyst.settle();
        analyst.chord(KeyCode.SHORTCUT, KeyCode.U);
        analyst.write("u00001");
        analyst.type(KeyCode.ENTER);
        analyst.settle();
        assertTrue(analyst.sees("#facts"));
    }

    /// Everything as it was then, until the latest is looked at again.
    private static void earlier(Analyst analyst) {
        String now = analyst.text("#status-data");
        analyst.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        analyst.type(KeyCode.DOWN);
        analyst.tabTo("#as-of-day");
        analyst.rewrite("2026-09-01");
        analyst.type(KeyCode.ENTER);
        analyst.settle();
        assertEquals(
                Instant.parse("2026-09-01T00:00:00Z"),
                analyst.services().segments().asOf(Progress.none()));
        assertTrue(analyst.text("#status-data").endsWith("to 31 Aug 2026"), analyst.text("#status-data"));
        analyst.step("as-of-preview", () -> {});
        analyst.step("as-of-segments", () -> analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT4));
        analyst.step("as-of-home", () -> analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT1));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        analyst.tabTo("#as-of-other");
        analyst.type(KeyCode.UP, KeyCode.ENTER);
        analyst.settle();
        assertEquals(now, analyst.text("#status-data"));
    }

    private void export(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.DIGIT8);
        analyst.settle();
        analyst.dialogs.path = Optional.of(home.resolve("bundles"));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.E);
        analyst.settle();
        assertTrue(analyst.text("#resultFolder").contains("bundles"));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.D);
        analyst.settle();
        assertTrue(analyst.node("#since", VBox.class).getChildren().stream()
                .anyMatch(line -> line instanceof Label label
                        && label.getText().equals("Rules, segments and models are the same.")));
    }

    private static void settings(Analyst analyst) {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.COMMA);
        analyst.tabTo("#themeSystem");
        String light = analyst.scene().getStylesheets().getFirst();
        analyst.type(KeyCode.RIGHT, KeyCode.RIGHT);
        analyst.settle();
        assertNotEquals(light, analyst.scene().getStylesheets().getFirst());
        analyst.chord(KeyCode.SHORTCUT, KeyCode.K);
        assertTrue(analyst.sees("#palette"));
        analyst.type(KeyCode.ESCAPE);
        assertFalse(analyst.sees("#palette"));
    }

    @Test
    void theWindowNeverFreezesOnTheSample() {
        try (Analyst analyst = new Analyst("every-action", home, CLOCK)) {
            analyst.act("workspace.sample");
            goAround(analyst);
            Heartbeat.mostly(() -> goAround(analyst));
        }
    }

    private static void goAround(Analyst analyst) {
        analyst.rooms().forEach(room -> analyst.open(Destination.of(room)));
        analyst.chord(KeyCode.SHORTCUT, KeyCode.K);
        analyst.type(KeyCode.ESCAPE);
        analyst.settle();
    }
}
