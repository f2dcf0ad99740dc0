package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.sessions.Sessions;
import app.attune.rules.ContextCondition;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleSet;
import app.attune.ui.Destination;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReplayViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final List<Destination> gone = new ArrayList<>();

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    /// The replay of rules whose first version had the two offers the other way round.
    private void open() {
        Desk desk = new Desk(Desk.thanks(), Desk.welcome());
        desk.service.save(List.of(Desk.welcome(), Desk.thanks()), "Ada", "Welcome first");
        open(desk);
    }

    private void open(Desk desk) {
        RulesView view = onFx(() -> new RulesView(desk.context(tasks), gone::add));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("rules.replay"))
                .forEach(action -> action.fire()));
        settle(tasks);
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    private String text(String query) {
        return onFx(() -> find(query, Label.class).getText());
    }

    private List<String> cells(String table, int column) {
        return onFx(() -> {
            TableView<?> view = find(table, TableView.class);
            return view.getItems().stream()
                    .map(row -> ((ReplayView.Row) row).rule())
                    .map(rule -> column == 0 ? rule.name() : String.valueOf(rule.fired()))
                    .toList();
        });
    }

    private void start() {
        robot.clickOn("#start");
        settle(tasks);
    }

    @Test
    void everyRuleIsCountedAndTheScreenPassesTheWalk() {
        open();
        start();

        assertTrue(text("#replaySentence").matches("Replayed \\d+ Jan 2026, .*"), text("#replaySentence"));
        assertEquals(List.of("Welcome everybody", "Thank frequent buyers"), cells("#replayRules", 0));
        assertTrue(Long.parseLong(cells("#replayRules", 1).getFirst()) > 0);
        assertEquals("0", cells("#replayRules", 1).getLast());
        assertTrue(text("#replayRule").startsWith("Welcome everybody: fired in "), text("#replayRule"));
        ScreenWalk.check(window().getScene(), "rules-replay");
        ScreenWalk.checkSmallest(window().getScene(), "rules-replay");
        double room = onFx(
                () -> robot.lookup("#replayFound").query().getLayoutBounds().getHeight());
        assertTrue(room >= 360, "results keep their room in a small window: " + room);
    }

    @Test
    void anEarlierVersionTellsWhoWouldHaveSeenSomethingElse() {
        open();
        runOnFx(() -> {
            @SuppressWarnings("unchecked") // what the view fills it with
            ComboBox<Optional<RuleSet>> against = find("#against", ComboBox.class);
            against.setValue(against.getItems().getLast());
        });
        start();

        assertTrue(text("#replayDifference").contains("would have seen something else"), text("#replayDifference"));
        assertTrue(text("#replayDifference").contains("another offer: "), text("#replayDifference"));
        ScreenWalk.check(window().getScene(), "rules-replay-compared");
        runOnFx(() -> find("#replayUsers", TableView.class).requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals(
                List.of(Destination.PREVIEW),
                gone.stream().map(Destination::screen).toList());
        assertTrue(gone.getFirst().object().orElseThrow().startsWith("u"));
    }

    @Test
    void aTimeThatIsNoneIsSaidAndNothingIsLost() {
        open();
        start();
        runOnFx(() -> find("#from", TextField.class).setText("yesterday"));
        start();

        assertTrue(onFx(() -> robot.lookup("\u201cyesterday\u201d is not a date or a time.")
                .tryQuery()
                .isPresent()));
        assertEquals(2, cells("#replayRules", 0).size());
    }

    @Test
    void thePeriodCanBeNarrowedByKeysAlone() {
        open();
        runOnFx(() -> find("#start", Button.class).fire());
        settle(tasks);
        String whole = text("#replaySentence");
        runOnFx(() -> find("#from", TextField.class).requestFocus());
        robot.write("2026-01-20");
        robot.type(KeyCode.TAB);
        robot.write("2026-01-21");
        for (int field = 0; field < 7; field++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        settle(tasks);

        assertTrue(
                text("#replaySentence").startsWith("Replayed 20 Jan 2026, 00:00 to 21 Jan 2026, 00:00 (UTC): "),
                text("#replaySentence"));
        assertFalse(text("#replaySentence").equals(whole));
        robot.type(KeyCode.ESCAPE);
        assertTrue(onFx(() -> robot.lookup("#rules").tryQuery().isPresent()));
    }

    @Test
    @SuppressWarnings("unchecked") // the box has the names of properties
    void requestsAreReadFromAPropertyOfTheEvents() {
        Rule second = Desk.welcome()
                .withLimits(RuleLimits.none().withContext(ContextCondition.any().withPlacements(List.of("2"))));
        open(new Desk(second));
        settle(tasks);
        runOnFx(() -> find("#requestColumnsPane", TitledPane.class).setExpanded(true));
        ComboBox<Optional<String>> column = find("#replayPlacementColumn", ComboBox.class);
        assertEquals(
                List.of(Optional.empty(), Optional.of(Sessions.NUMBER)), onFx(() -> List.copyOf(column.getItems())));
        runOnFx(() -> column.setValue(Optional.of(Sessions.NUMBER)));
        start();

        assertTrue(Long.parseLong(cells("#replayRules", 1).getFirst()) > 0);
        ScreenWalk.check(window().getScene(), "rules-replay-columns");
    }

    @Test
    void everyRequestIsTakenToComeAsItIsTyped() {
        Rule home = Desk.welcome()
                .withLimits(RuleLimits.none().withContext(ContextCondition.any().withPlacements(List.of("home"))));
        open(new Desk(home));
        start();
        assertEquals(List.of("0"), cells("#replayRules", 1));
        runOnFx(() -> find("#replayPlacement", TextField.class).setText("home"));
        start();

        assertTrue(Long.parseLong(cells("#replayRules", 1).getFirst()) > 0);
        assertTrue(onFx(() -> robot.lookup(node -> node instanceof Label label
                        && label.getText().contains("as if every request came with placement home"))
                .tryQuery()
                .isPresent()));
        ScreenWalk.check(window().getScene(), "rules-replay-request");
    }
}
