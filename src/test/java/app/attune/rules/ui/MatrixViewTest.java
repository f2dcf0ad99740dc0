package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.Rule;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MatrixViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final List<String> gone = new ArrayList<>();
    private final List<RulesView> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        runOnFx(() -> opened.forEach(view -> view.model().save()));
        settle(tasks);
        tasks.close();
    }

    private RulesView open() {
        Desk desk = new Desk(Desk.tents(), Desk.welcome(), Desk.thanks());
        RulesView view = onFx(() ->
                new RulesView(desk.context(tasks), to -> gone.add(to.object().orElse(""))));
        opened.add(view);
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        runOnFx(() -> find("#matrixButton", ToggleButton.class).fire());
        settle(tasks);
        return view;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    private String text(String query) {
        return onFx(() -> find(query, Label.class).getText());
    }

    @Test
    void theGridIsWalkedByKeysAndOpensARule() {
        RulesView view = open();
        TableView<?> grid = find("#grid", TableView.class);
        runOnFx(grid::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.RIGHT);
        settle(tasks);
        assertTrue(text("#pairSentence").contains("200 users match both"), text("#pairSentence"));
        Hyperlink user = onFx(() -> (Hyperlink)
                robot.lookup("#pairUsers > .hyperlink").queryAll().iterator().next());
        runOnFx(user::fire);
        assertEquals(List.of("user100"), gone);
        ScreenWalk.check(window().getScene(), "rules-matrix");
        runOnFx(grid::requestFocus);
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertFalse(onFx(() -> find("#matrixButton", ToggleButton.class).isSelected()));
        assertEquals("thanks", onFx(() -> view.model().selectedProperty().get()));
    }

    @Test
    void aFindingIsSettledByItsButton() {
        RulesView view = open();
        String move = "Move \u201cThank frequent buyers\u201d above \u201cWelcome everybody\u201d";
        Button button = onFx(() -> robot.lookup("#allFindings .button").queryAllAs(Button.class).stream()
                .filter(each -> each.getText().equals(move))
                .findFirst()
                .orElseThrow());
        runOnFx(button::fire);
        settle(tasks);
        assertEquals(
                List.of("tents", "thanks", "welcome"),
                onFx(() -> view.model().rules().stream()
                        .map(Rule::id)
                        .map(id -> id.value())
                        .toList()));
        assertTrue(text("#matrixState").contains("3 pairs of rules compared"), text("#matrixState"));
    }

    @Test
    void aStaleMatrixIsPaleAndSaysSo() {
        RulesView view = open();
        runOnFx(() -> view.model().moveBy(1));
        settle(tasks);
        assertEquals("The rules have changed since they were compared.", text("#matrixState"));
        assertTrue(onFx(() -> robot.lookup("#matrixBody").query().getOpacity()) < 1);
        runOnFx(() -> find("#matrixAgain", Button.class).fire());
        settle(tasks);
        assertEquals(1.0, onFx(() -> robot.lookup("#matrixBody").query().getOpacity()));
    }

    @Test
    void cellsStandInTheMiddleOfTheirRowsAfterComparingAgain() {
        RulesView view = open();
        runOnFx(() -> view.model().moveBy(1));
        settle(tasks);
        runOnFx(() -> find("#matrixAgain", Button.class).fire());
        settle(tasks);
        ScreenWalk.rest(window().getScene());
        List<TableCell<?, ?>> cells = onFx(() -> shownCells());
        assertEquals(12, cells.size());
        for (TableCell<?, ?> cell : cells) {
            double middle = onFx(() -> cell.lookup(".text").getBoundsInParent().getCenterY());
            assertEquals(cell.getHeight() / 2, middle, 3, cell + " " + cell.getPadding() + cell.getAlignment());
        }
    }

    private List<TableCell<?, ?>> shownCells() {
        List<TableCell<?, ?>> cells = new ArrayList<>();
        for (Node node : find("#grid", TableView.class).lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell && !cell.isEmpty() && cell.getScene() != null) {
                cells.add(cell);
            }
        }
        return cells;
    }

    @Test
    void theMatrixTakesThePlaceOfWhatHoldsForAllRules() {
        RulesView view = open();
        runOnFx(() -> find("#policyButton", ToggleButton.class).fire());
        assertFalse(onFx(() -> find("#matrixButton", ToggleButton.class).isSelected()));
        runOnFx(() -> find("#matrixButton", ToggleButton.class).fire());
        settle(tasks);
        assertFalse(onFx(() -> find("#policyButton", ToggleButton.class).isSelected()));
        assertTrue(onFx(() -> view.root().lookup("#grid").isVisible()));
    }
}
