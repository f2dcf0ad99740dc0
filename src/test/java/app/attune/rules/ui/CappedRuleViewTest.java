package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.FrequencyCap;
import app.attune.rules.FrequencyCap.CalendarDay;
import app.attune.rules.FrequencyCap.Last;
import app.attune.rules.FrequencyCap.Unit;
import app.attune.rules.FrequencyCap.Visit;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import app.attune.ui.SuggestField;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Caps of rules are edited and replayed.
final class CappedRuleViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private Optional<RulesView> opened = Optional.empty();

    @AfterEach
    void stop() {
        settle(tasks);
        opened.ifPresent(view -> runOnFx(view.model()::save));
        settle(tasks);
        tasks.close();
    }

    private RulesView open(Rule... rules) {
        RulesView view = onFx(() -> new RulesView(new Desk(rules).context(tasks), gone -> {}));
        show(view::root);
        opened = Optional.of(view);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    @SuppressWarnings("unchecked") // what the editor fills it with
    private void choose(CapEditor.Window window) {
        runOnFx(() -> ((ComboBox<CapEditor.Window>) find("#capWindow", ComboBox.class)).setValue(window));
    }

    private void type(String field, String text) {
        runOnFx(() -> find(field, TextField.class).setText(text));
    }

    private Optional<FrequencyCap> cap(RulesView view) {
        return onFx(() -> view.model().rules().getFirst().limits().cap());
    }

    @Test
    void everyCapIsSetByHand() {
        RulesView view = open(Desk.welcome(), Desk.thanks());
        choose(CapEditor.Window.DAYS);
        type("#capTimes", "3");
        assertEquals(Optional.of(new FrequencyCap(3, new Last(7, Unit.DAYS))), cap(view));
        type("#capLength", "30");
        assertEquals(Optional.of(new FrequencyCap(3, new Last(30, Unit.DAYS))), cap(view));
        choose(CapEditor.Window.HOURS);
        assertEquals(Optional.of(new FrequencyCap(3, new Last(30, Unit.HOURS))), cap(view));
        choose(CapEditor.Window.CALENDAR_DAY);
        type("#capZone", "rope/Berl");
        assertEquals(
                List.of("Europe/Berlin"),
                onFx(() -> find("#capZone", SuggestField.class).suggestions().stream()
                        .map(SuggestField.Suggestion::value)
                        .toList()));
        type("#capZone", "Europe/Berlin");
        assertEquals(Optional.of(new FrequencyCap(3, new CalendarDay(ZoneId.of("Europe/Berlin")))), cap(view));
        choose(CapEditor.Window.VISIT);
        assertEquals(Optional.of(new FrequencyCap(3, new Visit())), cap(view));
        settle(tasks);
        assertTrue(onFx(() -> find("#sentence", Label.class).getText()).endsWith(", at most 3 times per visit"));
        choose(CapEditor.Window.NONE);
        assertEquals(Optional.empty(), cap(view));
    }

    @Test
    void whatIsNoCapIsNamedAndNotTaken() {
        RulesView view = open(Desk.welcome(), Desk.thanks());
        choose(CapEditor.Window.DAYS);
        for (String bad : List.of("0", "101", "x", "")) {
            type("#capTimes", bad);
            assertTrue(isProblemShown(), bad);
            assertEquals(Optional.of(new FrequencyCap(1, new Last(7, Unit.DAYS))), cap(view));
        }
        runOnFx(() -> view.model().selectedProperty().set("thanks"));
        assertFalse(isProblemShown());
        choose(CapEditor.Window.DAYS);
        assertEquals("1", onFx(() -> find("#capTimes", TextField.class).getText()));
    }

    private boolean isProblemShown() {
        return onFx(() -> robot.lookup(".field-problem").queryAll().stream().anyMatch(node -> node.isVisible()));
    }

    @Test
    void theFormOfACapPassesTheWalk() {
        open(Desk.welcome(), Desk.thanks());
        choose(CapEditor.Window.CALENDAR_DAY);
        settle(tasks);
        runOnFx(() -> {
            ScrollPane scroll = find("#editorScroll", ScrollPane.class);
            double top = find("#capWindow", ComboBox.class)
                    .getParent()
                    .getParent()
                    .getBoundsInParent()
                    .getMinY();
            double room = scroll.getContent().getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.min(1, (top - 80) / room));
        });
        ScreenWalk.check(window().getScene(), "rules-cap");
    }

    @Test
    void aReplayShowsHowOftenACapWasHitAndEachOfferSpent() {
        Rule once = Desk.welcome()
                .withLimits(RuleLimits.none().withCap(Optional.of(new FrequencyCap(1, new Last(7, Unit.DAYS)))));
        RulesView view = open(once, Desk.thanks());
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("rules.replay"))
                .forEach(action -> action.fire()));
        settle(tasks);
        robot.clickOn("#start");
        settle(tasks);

        String whole = onFx(() -> find("#replaySentence", Label.class).getText());
        assertTrue(whole.contains(" Offers spent: "), whole);
        List<String> columns = onFx(() -> {
            TableView<?> table = find("#replayRules", TableView.class);
            return table.getColumns().stream().map(TableColumn::getText).toList();
        });
        assertEquals("Capped", columns.getLast());
        assertTrue(onFx(() -> find("#replayRule", Label.class).getText()).contains(" capped"));
        ScreenWalk.check(window().getScene(), "rules-replay-capped");
    }
}
