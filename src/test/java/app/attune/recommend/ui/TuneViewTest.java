package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.recommend.tune.Trial;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TuneViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    private ModelsView open(Bench bench) {
        ModelsView view = onFx(() -> new ModelsView(bench.context(tasks)));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        runOnFx(() -> view.tune().actions().open().fire());
        settle(tasks);
        return view;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    @Test
    void aSearchFillsTheTableAndItsSettingsFillTheForm() {
        ModelsView view = open(Bench.ofTastes());
        ScreenWalk.check(window().getScene(), "tune-empty");
        runOnFx(() -> find("#tuneTrials", TextField.class).setText("22"));
        robot.clickOn("#tuneStart");
        settle(tasks);
        TableView<?> table = find("#tuneTable", TableView.class);
        assertEquals(22, onFx(() -> table.getItems().size()));
        ScreenWalk.check(window().getScene(), "tune-found");
        Trial first = (Trial) onFx(() -> table.getItems().getFirst());
        assertEquals(
                view.tune()
                        .model()
                        .searchProperty()
                        .get()
                        .orElseThrow()
                        .best()
                        .orElseThrow()
                        .number(),
                first.number(),
                "the best first");
        runOnFx(() -> view.tune().actions().use().fire());
        settle(tasks);
        assertTrue(onFx(() -> find("#startButton", Button.class).isVisible()));
        assertFalse(onFx(() -> find("#tunePage", ScrollPane.class).isVisible()));
    }

    @Test
    void aSearchCanBeStoppedAndAnotherBegun() {
        ModelsView view = open(Bench.ofTastes());
        TuneViewModel model = view.tune().model();
        runOnFx(() -> {
            model.trialsProperty().set("3");
            model.start();
            model.stop();
        });
        settle(tasks);
        assertTrue(onFx(() -> model.runningProperty().get().isEmpty()));
        assertFalse(onFx(() -> view.tune().actions().stop().isEnabled()));
        runOnFx(() -> view.tune().actions().start().fire());
        settle(tasks);
        assertEquals(
                3,
                onFx(() -> model.searchProperty().get().orElseThrow().trials().size()));
    }

    @Test
    void withoutEventsNothingCanBeSearched() {
        Bench bench = Bench.withoutEvents();
        ModelsView view = onFx(() -> new ModelsView(bench.context(tasks)));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        assertFalse(onFx(() -> view.tune().actions().open().isEnabled()));
    }
}
