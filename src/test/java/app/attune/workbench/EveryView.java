package app.attune.workbench;

import static app.attune.ui.FxTest.runOnFx;

import app.attune.events.sample.BundledSample;
import app.attune.recommend.Algorithm;
import app.attune.ui.Destination;
import app.attune.ui.ScreenWalk;
import app.attune.ui.SuggestField;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/// Every screen of the application with every page of it, each with how to get there from the one before; the import
/// comes last since it changes the data.
///
/// @param folder for what is exported
record EveryView(Analyst analyst, Path folder) {
    private static final Path MESSY = BundledSample.directory().resolve("messy-events.csv");
    private static final List<String> QUALITY = List.of(
            "expect", "columns", "volume", "late", "sessions", "sources", "schemas", "server", "imports", "rejected");
    private static final List<String> PEOPLE =
            List.of("rules", "over", "contradictions", "versions", "changes", "persons");

    /// Whether it is one of many pages of a screen.
    static boolean isPage(String name) {
        return name.matches("(quality|people|import)-.*");
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> views = new LinkedHashMap<>();
        views.put("home", () -> go(Destination.HOME));
        data(views);
        people(views);
        segments(views);
        rules(views);
        preview(views);
        export(views);
        views.put("settings", () -> go(Destination.SETTINGS));
        views.put("backups", () -> go(Destination.BACKUPS));
        views.put("tasks", () -> analyst.act("shell.tasks"));
        views.put("palette", this::palette);
        views.put("palette-nothing", () -> analyst.write("zzzz"));
        wizard(views);
        return views;
    }

    private void data(Map<String, Runnable> views) {
        views.put("data", () -> go(Destination.DATA));
        views.put("data-chart", () -> tab(1));
        for (String page : QUALITY) {
            views.put("quality-" + page, () -> {
                analyst.act("data.quality");
                toggle("#" + page + "Toggle");
            });
        }
        views.put("sql", () -> analyst.act("data.sql"));
    }

    private void people(Map<String, Runnable> views) {
        views.put("people", () -> go(Destination.PEOPLE));
        for (String page : PEOPLE) {
            views.put("people-" + page, () -> analyst.act("people.page-" + page));
        }
    }

    private void segments(Map<String, Runnable> views) {
        views.put("segments", () -> go(Destination.SEGMENTS));
        views.put("segment", () -> analyst.open(Destination.of(Destination.SEGMENTS, "frequent-buyers")));
        for (int number = 1; number < 10; number++) {
            int wanted = number;
            views.put("segment-tab-" + number, () -> tab(wanted));
        }
        views.put("segment-complex", () -> {
            tab(0);
            analyst.act("segments.edit.add-group");
            analyst.act("segments.edit.add-row");
            addSteps();
            analyst.act("segments.edit.mute");
            analyst.act("segments.edit.lock");
        });
    }

    /// The third of what a row can be about.
    private void addSteps() {
        analyst.act("segments.edit.add-other");
        for (int i = 0; i < 3; i++) {
            analyst.type(KeyCode.DOWN);
        }
        analyst.type(KeyCode.ENTER);
        analyst.settle();
    }

    private void rules(Map<String, Runnable> views) {
        views.put("rules", () -> go(Destination.RULES));
        views.put("rules-often", this::often);
        views.put("rules-all", () -> analyst.act("rules.policy"));
        views.put("rules-matrix", () -> analyst.act("rules.matrix"));
        views.put("rules-matrix-again", this::compareAgain);
        views.put("rules-history", () -> analyst.act("rules.history"));
        views.put("rules-replay", () -> analyst.act("rules.replay"));
        views.put("rules-replayed", () -> analyst.click("#start"));
        views.put("models", () -> go(Destination.MODELS));
        views.put("models-measuring", () -> analyst.act("models.measure-otherwise"));
        views.put("models-measured", () -> {
            analyst.act("models.measure");
            analyst.settle();
        });
        views.put("models-form", () -> analyst.act("models.train"));
        for (Algorithm algorithm : Algorithm.values()) {
            views.put("models-form-" + algorithm.name().toLowerCase(Locale.ROOT), () -> choose(algorithm));
        }
        tune(views);
    }

    private void tune(Map<String, Runnable> views) {
        views.put("tune", () -> {
            go(Destination.MODELS);
            analyst.act("models.tune");
        });
        views.put("tune-found", () -> {
            ComboBox<?> box = analyst.node("#tuneAlgorithm", ComboBox.class);
            runOnFx(() -> box.getSelectionModel().select(box.getItems().indexOf(Algorithm.ITEM_KNN)));
            fill("#tuneTrials", "24");
            analyst.click("#tuneStart");
            analyst.settle();
        });
        views.put("tune-charts", () -> {
            ScrollPane page = analyst.node("#tunePage", ScrollPane.class);
            runOnFx(() -> page.setVvalue(1));
        });
    }

    /// Limits of how often, at the foot of the editor.
    private void often() {
        ComboBox<?> window = analyst.node("#capWindow", ComboBox.class);
        ScrollPane editor = analyst.node("#editorScroll", ScrollPane.class);
        runOnFx(() -> window.getSelectionModel().select(1));
        ScreenWalk.rest(analyst.scene());
        runOnFx(() -> editor.setVvalue(0.8));
    }

    private void compareAgain() {
        analyst.act("rules.matrix");
        analyst.act("rules.down");
        analyst.act("rules.matrix");
        TableView<?> grid = analyst.node("#grid", TableView.class);
        runOnFx(() -> select(grid));
    }

    private static <T> void select(TableView<T> grid) {
        grid.getSelectionModel().select(0, grid.getColumns().get(2));
    }

    private void choose(Algorithm algorithm) {
        ComboBox<?> box = analyst.node("#algorithm", ComboBox.class);
        runOnFx(() -> box.getSelectionModel().select(box.getItems().indexOf(algorithm)));
    }

    private void preview(Map<String, Runnable> views) {
        views.put("preview-nobody", () -> go(Destination.PREVIEW));
        views.put("preview", () -> analyst.open(Destination.of(Destination.PREVIEW, "u00001")));
        views.put("preview-asked", this::ask);
        views.put("preview-tested", () -> {
            analyst.act("preview.test");
            analyst.settle();
        });
        views.put("preview-what-if", () -> {
            analyst.act("preview.what-if.action");
            fill("#whatIfAttributes", "country=DE");
            fill("#whatIfEvents", "purchase:i0031");
        });
        views.put("preview-beside", () -> {
            analyst.act("preview.beside.action");
            ComboBox<?> box = analyst.node("#besideChoice", ComboBox.class);
            runOnFx(() -> box.getSelectionModel().selectLast());
            analyst.settle();
        });
        views.put("preview-why", () -> {
            analyst.act("preview.why.action");
            SuggestField item = analyst.node("#whyItem", SuggestField.class);
            runOnFx(() -> {
                item.showText("31");
                item.fireEvent(new ActionEvent());
            });
            analyst.settle();
        });
    }

    /// Every field of the request, the last as it cannot be read.
    private void ask() {
        fill("#contextPlacement", "cart");
        fill("#contextDevice", "phone");
        fill("#contextItems", "31, 32");
        fill("#contextTotal", "120");
        fill("#contextShown", "thank-vips=2026-10-30T09:00:00Z");
        fill("#contextVisit", "yesterday");
    }

    private void fill(String query, String text) {
        TextField field = analyst.node(query, TextField.class);
        runOnFx(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        analyst.settle();
    }

    private void export(Map<String, Runnable> views) {
        views.put("export", () -> go(Destination.EXPORT));
        views.put("exported", () -> {
            analyst.dialogs.path = Optional.of(folder.resolve("bundles"));
            analyst.act("export.bundle");
        });
        views.put("export-compared", () -> {
            analyst.act("export.compare");
            scrollTo(0.5);
        });
        views.put("export-earlier", () -> scrollTo(1));
    }

    private void scrollTo(double place) {
        ScrollPane pane = (ScrollPane) analyst.scene().lookup("#scroll");
        runOnFx(() -> pane.setVvalue(place));
    }

    private void palette() {
        analyst.act("shell.tasks");
        go(Destination.HOME);
        analyst.chord(KeyCode.SHORTCUT, KeyCode.K);
    }

    private void wizard(Map<String, Runnable> views) {
        views.put("import", () -> {
            analyst.type(KeyCode.ESCAPE);
            go(Destination.IMPORT);
        });
        views.put("import-format", () -> analyst.open(Destination.of(Destination.IMPORT, MESSY.toString())));
        views.put("import-columns", () -> analyst.act("import.next"));
        views.put("import-check", () -> analyst.act("import.next"));
        views.put("import-result", () -> analyst.act("import.next"));
        views.put("import-rejected", () -> tab(1));
    }

    private void go(String room) {
        analyst.open(Destination.of(room));
    }

    private void tab(int number) {
        TabPane tabs = analyst.node("#tabs", TabPane.class);
        runOnFx(() -> tabs.getSelectionModel().select(number));
    }

    private void toggle(String query) {
        ToggleButton toggle = analyst.node(query, ToggleButton.class);
        runOnFx(() -> toggle.setSelected(true));
    }
}
