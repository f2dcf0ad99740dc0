package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.ConditionSentence;
import app.attune.ui.ScreenWalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The grid of buyers by mouse and keyboard.
final class RfmByHandTest extends Hand {
    private final Desk desk = new Desk();

    private void opened() {
        open(desk);
        robot.clickOn("#rfmButton");
        settle(tasks);
    }

    private List<ToggleButton> cells() {
        return robot.lookup(".rfm-cell").queryAllAs(ToggleButton.class).stream().toList();
    }

    private static int users(ToggleButton cell) {
        return Integer.parseInt(cell.getText().split(" ", 2)[0]);
    }

    private static int heat(ToggleButton cell) {
        return cell.getStyleClass().stream()
                .filter(style -> style.startsWith("heat-"))
                .map(style -> Integer.parseInt(style.substring("heat-".length())))
                .findFirst()
                .orElseThrow();
    }

    /// Eleven users are the most: eight are more than three fifths of them, four more than one fifth.
    @Test
    void cellsAreDarkerTheMoreUsersTheyHave() {
        opened();
        write("recencyCuts", "10, 30, 34");
        write("timesCuts", "1, 5");
        robot.type(KeyCode.ENTER);
        settle(tasks);
        Map<Integer, Integer> heats = new TreeMap<>();
        Map<Integer, Double> brightness = new HashMap<>();
        onFx(this::cells).forEach(cell -> {
            heats.put(users(cell), heat(cell));
            Color back = (Color)
                    onFx(() -> cell.getBackground().getFills().getFirst().getFill());
            brightness.put(heat(cell), back.getBrightness());
        });
        assertEquals(Map.of(0, 0, 1, 1, 2, 1, 4, 2, 8, 4, 11, 5), heats);
        for (List<Integer> lighter : List.of(List.of(1, 2), List.of(2, 4), List.of(4, 5))) {
            assertTrue(
                    brightness.getOrDefault(lighter.getFirst(), 0.0) > brightness.getOrDefault(lighter.getLast(), 1.0),
                    lighter + ": " + brightness);
        }
    }

    @Test
    void buyersAreCutByMoneyAsWell() {
        opened();
        assertFalse(onFx(() -> robot.lookup("#moneyField").query().isVisible()));
        write("recencyCuts", "20");
        choose("rfmAxes", "Recency and money");
        settle(tasks);
        assertFalse(onFx(() -> robot.lookup("#timesField").query().isVisible()));
        assertEquals(
                "20",
                onFx(() -> robot.lookup("#recencyCuts").queryTextInputControl().getText()));
        write("moneyCuts", "110, 200");
        robot.type(KeyCode.ENTER);
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments-rfm-money");
        ScreenWalk.checkSmallest(window().getScene(), "segments-rfm-money");
        assertEquals(
                List.of(4, 5, 1, 0, 16, 4),
                onFx(this::cells).stream().map(RfmByHandTest::users).toList());
        assertTrue(onFx(() -> cells().getFirst().getAccessibleText())
                .startsWith("Last up to 20 days ago, Spent up to 110: 4 users"));
        runOnFx(() -> robot.lookup("#rfm-0-1").queryAs(ToggleButton.class).fire());
        dialogs.text = Optional.of("Recent and worth it");
        runOnFx(() -> robot.lookup("#makeRfm").queryButton().fire());
        settle(tasks);
        assertTrue(text("total").startsWith("5 users"), text("total"));
        assertEquals(
                "Users whose last purchase event was at most 20 days ago, and with more than 110 in total value of"
                        + " purchase events, and with at most 200 in total value of purchase events",
                ConditionSentence.byId().of(desk.service.list().getFirst().condition()));
    }

    @Test
    void limitsTypedForAnAxisAreKeptWhileAnotherIsShown() {
        opened();
        write("timesCuts", "1");
        choose("rfmAxes", "Recency and money");
        settle(tasks);
        choose("rfmAxes", "Frequency and money");
        settle(tasks);
        assertEquals(
                "1",
                onFx(() -> robot.lookup("#timesCuts").queryTextInputControl().getText()));
        assertFalse(onFx(() -> robot.lookup("#recencyField").query().isVisible()));
        assertEquals(
                30, onFx(this::cells).stream().mapToInt(RfmByHandTest::users).sum());
    }
}
