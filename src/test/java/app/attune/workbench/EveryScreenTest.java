package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.Look;
import app.attune.ui.ScreenWalk;
import app.attune.ui.StyleErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at every screen of the real application on the sample, in every look and size, in one window.
final class EveryScreenTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home = Path.of(".");

    @Test
    void everyScreenIsFitToBeSeenInEveryLookAndSize() {
        List<String> findings = new ArrayList<>();
        try (StyleErrors errors = new StyleErrors();
                Analyst analyst = new Analyst("every-screen", home, CLOCK)) {
            look(analyst, "welcome", findings);
            analyst.act("workspace.sample");
            views(analyst).forEach((name, arrive) -> {
                if (name.matches(System.getProperty("attune.screens", ".*"))) {
                    arrive.run();
                    analyst.settle();
                    look(analyst, name, findings);
                }
            });
            findings.addAll(errors.records());
        }
        Assertions.assertEquals(
                "", String.join("\n", findings.stream().distinct().toList()));
    }

    private static void look(Analyst analyst, String name, List<String> findings) {
        for (Look look : Look.all()) {
            if (!look.name().matches(System.getProperty("attune.looks", ".*"))) {
                continue;
            }
            findings.addAll(ScreenWalk.findings(analyst.scene(), look, name));
        }
    }

    private Map<String, Runnable> views(Analyst analyst) {
        Map<String, Runnable> views = new LinkedHashMap<>();
        views.put("home", () -> analyst.open(Destination.of(Destination.HOME)));
        views.put("data", () -> analyst.open(Destination.of(Destination.DATA)));
        views.put("import", () -> analyst.open(Destination.of(Destination.IMPORT)));
        views.put("people", () -> analyst.open(Destination.of(Destination.PEOPLE)));
        views.put("segments", () -> analyst.open(Destination.of(Destination.SEGMENTS)));
        views.put("segment", () -> analyst.open(Destination.of(Destination.SEGMENTS, "frequent-buyers")));
        for (int tab = 1; tab < 4; tab++) {
            int wanted = tab;
            views.put("segment-tab-" + tab, () -> tab(analyst, wanted));
        }
        views.put("segment-complex", () -> {
            tab(analyst, 0);
            analyst.act("segments.edit.add-group");
            analyst.act("segments.edit.add-row");
        });
        views.put("rules", () -> analyst.open(Destination.of(Destination.RULES)));
        views.put("rules-history", () -> analyst.act("rules.history"));
        views.put("models", () -> analyst.open(Destination.of(Destination.MODELS)));
        views.put("models-form", () -> analyst.act("models.train"));
        views.put("preview-nobody", () -> analyst.open(Destination.of(Destination.PREVIEW)));
        views.put("preview", () -> analyst.open(Destination.of(Destination.PREVIEW, "u00001")));
        views.put("export", () -> analyst.open(Destination.of(Destination.EXPORT)));
        views.put("exported", () -> {
            analyst.dialogs.path = Optional.of(home.resolve("bundles"));
            analyst.act("export.bundle");
        });
        views.put("settings", () -> analyst.open(Destination.of(Destination.SETTINGS)));
        views.put("backups", () -> analyst.open(Destination.of(Destination.BACKUPS)));
        views.put("tasks", () -> analyst.act("shell.tasks"));
        views.put("palette", () -> {
            analyst.act("shell.tasks");
            analyst.open(Destination.of(Destination.HOME));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.K);
        });
        views.put("palette-nothing", () -> analyst.write("zzzz"));
        return views;
    }

    private static void tab(Analyst analyst, int number) {
        TabPane tabs = analyst.node("#tabs", TabPane.class);
        runOnFx(() -> tabs.getSelectionModel().select(number));
    }
}
