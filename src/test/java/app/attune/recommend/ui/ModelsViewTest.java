package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Setting;
import app.attune.recommend.Shop;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.MessageBar;
import app.attune.ui.ScreenWalk;
import app.attune.ui.Tasks;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ModelsViewTest extends FxTest {
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
        return view;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    @Test
    void baselineIsTrainedFromTheEmptyScreenAndComparedInWords() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        ScreenWalk.check(window().getScene(), "models-empty");
        robot.clickOn(find("#noModel", EmptyState.class).primaryButton());
        settle(tasks);
        assertEquals(1, bench.service.list().size());
        assertEquals(3, onFx(() -> find("#board", TableView.class).getItems().size()));
        runOnFx(() -> view.model().form().valueProperty("neighbours").set("5"));
        runOnFx(() -> view.model().train());
        settle(tasks);
        assertEquals(
                "Model card: Item-kNN 2",
                onFx(() -> find("#cardTitle", Label.class).getText()));
        ScreenWalk.check(window().getScene(), "models");
        runOnFx(() -> find("#board", TableView.class).getSelectionModel().select(0));
        assertEquals(
                "Model card: Item-kNN 1",
                onFx(() -> find("#cardTitle", Label.class).getText()));
    }

    @Test
    void whatListsAreLikeBeyondAccuracyIsShownAndExplained() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        TableView<?> beyond = find("#beyond", TableView.class);
        assertEquals(3, onFx(() -> beyond.getItems().size()));
        Label head = onFx(() -> (Label) beyond.getColumns().get(2).getGraphic());
        assertEquals("Gini@10", head.getText());
        assertEquals(
                "How unevenly items are shown: 0 shows every item alike, 1 shows one item only.",
                head.getAccessibleHelp());
        assertEquals(head.getAccessibleHelp(), head.getTooltip().getText());
        assertTrue(onFx(() -> beyond.lookupAll(".table-cell").stream()
                .anyMatch(cell -> cell instanceof TableCell<?, ?> one && "not measured".equals(one.getText()))));
        assertTrue(onFx(() -> find("#tradeOff", ChartView.class).isVisible()));
        bench.store.forgetMoreMeasures();
        runOnFx(view::shown);
        settle(tasks);
        assertTrue(onFx(() -> find("#cardLines", GridPane.class).getChildren().stream()
                .anyMatch(line -> line instanceof Label one && one.getText().endsWith("train again to measure it"))));
        assertFalse(onFx(() -> find("#tradeOff", ChartView.class).isVisible()));
        assertTrue(onFx(() -> find("#board", TableView.class).lookupAll(".table-cell").stream()
                .anyMatch(cell -> "not measured".equals(((TableCell<?, ?>) cell).getText()))));
    }

    @Test
    void stepsAreTypedAndTheirCostIsShown() {
        Bench bench = new Bench(Shop.withTraits(300, 12, 4));
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        runOnFx(() -> find("#rerankPane", TitledPane.class).setExpanded(true));
        runOnFx(() -> find("#rerank-DIVERSITY", TextField.class).setText("0.3"));
        runOnFx(() -> find("#rerankButton", Button.class).fire());
        settle(tasks);
        assertEquals(
                9, onFx(() -> find("#rerankCosts", TableView.class).getItems().size()));
        assertTrue(onFx(() -> find("#rerankChart", ChartView.class).isVisible()));
        ScreenWalk.check(window().getScene(), "models-rerank");
    }

    @Test
    void groupsOfUsersAreChosenAndCompared() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        runOnFx(() -> find("#groupBy", ComboBox.class).getSelectionModel().select(1));
        settle(tasks);
        TableView<?> groups = find("#groups", TableView.class);
        assertEquals(4, onFx(() -> groups.getItems().size()));
        Label p = onFx(() -> (Label) groups.getColumns().get(5).getGraphic());
        assertEquals("p", p.getText());
        assertTrue(p.getAccessibleHelp().startsWith("How often a difference this large"), p.getAccessibleHelp());
        assertEquals(p.getAccessibleHelp(), p.getTooltip().getText());
        assertTrue(onFx(() -> groups.lookupAll(".table-cell").stream()
                .anyMatch(cell -> "not enough data (below 30)".equals(((TableCell<?, ?>) cell).getText()))));
        runOnFx(() -> view.root().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0.45)));
        ScreenWalk.check(window().getScene(), "models-groups");
        runOnFx(() -> view.root().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(1)));
        ScreenWalk.check(window().getScene(), "models-trade-off");
    }

    @Test
    void aModelIsMeasuredInAnotherWayWithItsSplitDrawnAndItsLeakageTold() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        act(view, "models.measure-otherwise");
        settle(tasks);
        String outline = onFx(() -> find("#outlineSentence", Label.class).getText());
        assertTrue(outline.startsWith("The newest period trains on 4,8"), outline);
        ScreenWalk.check(window().getScene(), "models-measuring");
        act(view, "models.measure");
        settle(tasks);
        TableView<?> rows = find("#measuredRows", TableView.class);
        assertEquals(5, onFx(() -> rows.getItems().size()), "four periods and all of them");
        ScreenWalk.check(window().getScene(), "models-measured");
        runOnFx(() -> find("#way", ComboBox.class).getSelectionModel().select(2));
        settle(tasks);
        assertTrue(onFx(() -> find("#outlineSentence", Label.class).getText()).contains("leaks the future of others"));
        act(view, "models.measure");
        settle(tasks);
        assertEquals(3, onFx(() -> rows.getItems().size()));
        runOnFx(() -> find("#core", TextField.class).setText("one"));
        assertTrue(onFx(() -> find("#measureButton", Button.class).isDisabled()));
        assertEquals(
                "Least items and users: leave it empty, or type a whole number from 2 to 1,000.",
                onFx(() -> find("#measuringProblem", Label.class).getText()));
        assertEquals(1, bench.service.list().size(), "nothing is kept");
    }

    @Test
    void aModelIsMadeTheChampionAndTrainedAgainOnTheDataOfToday() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        assertTrue(cardSays("Challenger, not in use for any purpose"));
        bench.dialogs.text = Optional.of("Home page");
        act(view, "models.champion");
        settle(tasks);
        assertEquals(
                "model.bad-purpose",
                onFx(() -> view.model().problems().getFirst().code()));
        bench.dialogs.text = Optional.of("home");
        act(view, "models.champion");
        settle(tasks);
        assertEquals(
                "item-knn-1",
                bench.service.registry().champion("home").orElseThrow().model().toString());
        assertTrue(cardSays("Champion of home since "));
        assertEquals(List.of(), onFx(() -> List.copyOf(view.model().problems())));
        act(view, "models.refit");
        settle(tasks);
        assertEquals(2, bench.service.list().size());
        assertTrue(onFx(() -> view.model().newsProperty().get())
                .startsWith("Item-kNN 2 has the settings of Item-kNN 1, trained on the data of today."));
        assertTrue(cardSays("Challenger, not in use for any purpose"));
    }

    private boolean cardSays(String words) {
        return onFx(() -> find("#cardLines", GridPane.class).getChildren().stream()
                .anyMatch(line -> line instanceof Label one && one.getText().startsWith(words)));
    }

    private static void act(ModelsView view, String id) {
        runOnFx(() ->
                view.actions().stream().filter(action -> action.id().equals(id)).forEach(Action::fire));
    }

    @Test
    void formExplainsTheSplitAndRefusesWhatCannotWork() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        robot.clickOn(find("#noModel", EmptyState.class).secondaryButton());
        settle(tasks);
        ScreenWalk.check(window().getScene(), "models-form");
        runOnFx(() -> view.model().form().valueProperty("neighbours").set("0"));
        assertTrue(onFx(() -> robot.lookup("#startButton").queryButton().isDisabled()));
        assertHint("Neighbours per item: type a whole number from 1 to 1,000.", "field-problem");
        runOnFx(() -> view.model().form().valueProperty("neighbours").set("10"));
        assertHint("1 to 1,000, usually 50. Similar items each item keeps: more smooth, fewer sharpen.", "caption");
        runOnFx(() -> view.model().form().algorithmProperty().set(Algorithm.MARKOV));
        assertHint(
                "1 to 1,000, usually 100. Items each item leads to, the most frequent first: more smooth, fewer"
                        + " sharpen.",
                "caption");
        runOnFx(() -> view.model().form().algorithmProperty().set(Algorithm.ITEM_KNN));
        runOnFx(() -> view.model().form().valueProperty("neighbours").set("10"));
        robot.clickOn("#startButton");
        settle(tasks);
        assertEquals(
                "10", bench.service.list().getFirst().provenance().options().get("neighbours"));
        assertTrue(onFx(
                () -> robot.lookup("Neighbours per item: 10\nShrinkage: 20\nWeighting: None (as interactions weigh)")
                        .tryQuery()
                        .isPresent()));
    }

    private void assertHint(String words, String look) {
        Label hint = find("#hint-neighbours", Label.class);
        assertEquals(words, onFx(hint::getText));
        assertTrue(onFx(() -> hint.getStyleClass().contains(look)));
    }

    @Test
    void everySettingSaysWhatItMayBeInPlainNumbers() {
        ModelsView view = open(Bench.ofTastes());
        robot.clickOn(find("#noModel", EmptyState.class).secondaryButton());
        settle(tasks);
        for (Algorithm algorithm : Algorithm.values()) {
            runOnFx(() -> view.model().form().algorithmProperty().set(algorithm));
            for (Setting setting : algorithm.settings()) {
                String hint =
                        onFx(() -> find("#hint-" + setting.name(), Label.class).getText());
                assertFalse(hint.matches(".*\\dE.*"), hint);
                assertTrue(
                        setting instanceof Setting.Choice
                                || hint.matches("([\\d.,]+ to|Above 0, up to) [\\d.,]+, usually .*"),
                        hint);
            }
            ScreenWalk.check(window().getScene(), "models-form-" + algorithm.kind());
        }
    }

    @Test
    void tooLittleDataIsSaidInTheMessageBar() {
        ModelsView view = open(new Bench(Shop.tiny()));
        robot.clickOn(find("#noModel", EmptyState.class).primaryButton());
        settle(tasks);
        MessageBar messages = find("#messages", MessageBar.class);
        assertEquals(
                List.of("recommend.too-few-test-users"),
                onFx(() -> messages.problems().stream()
                        .map(problem -> problem.code())
                        .toList()));
        assertFalse(onFx(() -> view.model().busyProperty().get()));
        ScreenWalk.check(window().getScene(), "models-problem");
    }

    @Test
    void cancelledTrainingKeepsNothingAndSaysSo() throws InterruptedException {
        Population population = Shop.withTastes(400, 15, 9);
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Bench bench = new Bench(progress -> {
            if (loads.incrementAndGet() == 1) {
                return population;
            }
            progress.report("Selecting interactions", 1, 4);
            started.countDown();
            while (!progress.isCancelled()) {
                await(never);
            }
            progress.checkpoint();
            return population;
        });
        ModelsView view = open(bench);
        robot.clickOn(find("#noModel", EmptyState.class).primaryButton());
        assertTrue(started.await(20, TimeUnit.SECONDS));
        ScreenWalk.picture(window().getScene(), "models-training");
        robot.clickOn("#cancelButton");
        settle(tasks);
        assertTrue(bench.service.list().isEmpty());
        assertEquals(
                Tasks.CANCELLED, onFx(() -> view.model().problems().getFirst().code()));
        assertFalse(onFx(() -> view.model().busyProperty().get()));
    }

    private static void await(CountDownLatch never) {
        try {
            assertFalse(never.await(5, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void deleteAsksAndPreviewLeadsToTheUser() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("models.preview"))
                .forEach(action -> action.fire()));
        assertEquals(List.of(Destination.of(Destination.PREVIEW)), bench.visited);
        bench.dialogs.confirms = false;
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("models.delete"))
                .forEach(action -> action.fire()));
        settle(tasks);
        assertEquals(1, bench.service.list().size());
        bench.dialogs.confirms = true;
        robot.interact(() -> robot.lookup("#deleteButton").queryButton().fire());
        settle(tasks);
        assertTrue(bench.service.list().isEmpty());
        assertTrue(bench.dialogs.asked.getFirst().startsWith("Delete model 'Item-kNN 1'?"));
    }

    @Test
    void onlyModelsOfFactorsCanBeWrittenAsOnnx() {
        Bench bench = Bench.ofTastes();
        ModelsView view = open(bench);
        runOnFx(() -> view.model().trainBaseline());
        settle(tasks);
        assertTrue(find("#onnxButton", Button.class).isDisabled());
        bench.dialogs.path = Optional.empty();
        runOnFx(() -> view.model().form().algorithmProperty().set(Algorithm.BPR));
        runOnFx(() -> view.model().form().valueProperty("epochs").set("1"));
        runOnFx(() -> view.model().train());
        settle(tasks);
        assertFalse(find("#onnxButton", Button.class).isDisabled());
    }
}
