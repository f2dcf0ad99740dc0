package app.attune.profiles.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.EventsFixture;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityRules;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Kit;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeopleViewTest extends FxTest {
    /// Less than what stands where nothing is linked needs.
    private static final double LOW = 300;

    @TempDir
    private Path folder = Path.of(".");

    private final FxTasks tasks = new FxTasks();
    private final List<Destination> visited = new ArrayList<>();
    private final List<Crowd> crowds = new ArrayList<>();
    private int changes;

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
        crowds.forEach(Crowd::close);
    }

    private PeopleView open(Crowd crowd) {
        crowds.add(crowd);
        Kit kit = new Kit(tasks, visited::add, new FakeDialogs(), () -> changes++);
        PeopleView view =
                onFx(() -> new PeopleView(new PeopleContext(crowd.identity, kit, EventsFixture.CLOCK, "Ada")));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private void act(PeopleView view, String id) {
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("people." + id))
                .forEach(Action::fire));
        settle(tasks);
    }

    private String text(String query) {
        return onFx(() -> robot.lookup(query).queryLabeled().getText());
    }

    private TableView<?> table(String query) {
        return robot.lookup(query).queryTableView();
    }

    @Test
    void everyPagePassesTheWalkAndFitsTheSmallestWindow() {
        PeopleView view = open(new Crowd(folder).filled().linked());
        runOnFx(() -> view.opened("u03"));
        settle(tasks);
        for (String page : List.of("persons", "rules", "over", "contradictions", "versions")) {
            act(view, "page-" + page);
            ScreenWalk.checkSmallest(window().getScene(), "people-" + page);
        }
        act(view, "page-persons");
        runOnFx(() -> table("#links").getSelectionModel().select(0));
        assertEquals(2, table("#consents").getItems().size(), "the newsletter and the contacts said it");
        ScreenWalk.check(window().getScene(), "people");
        act(view, "cut-link");
        ScreenWalk.checkSmallest(window().getScene(), "people-changes");
        open(new Crowd(folder));
        ScreenWalk.checkSmallest(window().getScene(), "people-no-columns");
        runOnFx(() -> window().setHeight(LOW));
        ScreenWalk.rest(window().getScene());
        EmptyState empty = onFx(() -> robot.lookup("#empty").queryAs(EmptyState.class));
        assertTrue(onFx(() -> empty.getHeight() >= empty.prefHeight(empty.getWidth())), "it scrolls");
        ScreenWalk.picture(window().getScene(), "people-no-columns-low");
    }

    @Test
    void rulesAreSwitchedOnTriedOutAndApplied() {
        Crowd crowd = new Crowd(folder).filled();
        PeopleView view = open(crowd);
        robot.clickOn(
                onFx(() -> robot.lookup("#empty").queryAs(EmptyState.class).primaryButton()));
        choose("email");
        act(view, "toggle");
        assertTrue(text("#draftWords").contains("80 persons become 70"), text("#draftWords"));
        assertEquals(IdentityRules.NONE, crowd.identity.rules(), "nothing changes before it is applied");
        choose("anonymous_id");
        act(view, "toggle");
        act(view, "up");
        act(view, "apply");
        assertEquals(
                List.of("anonymous_id", "email"),
                crowd.identity.rules().kinds().stream()
                        .map(IdentifierRule::kind)
                        .toList());
        assertEquals(1, onFx(() -> changes), "the window counts anew");
        assertFalse(onFx(() -> robot.lookup("#draftBox").query().isVisible()));
        assertTrue(text("#summary").contains("are 30 persons, 30 of them several users"), text("#summary"));
    }

    private void choose(String kind) {
        runOnFx(() -> {
            TableView<RuleLine> rules = robot.lookup("#rules").queryTableView();
            rules.getItems().stream()
                    .filter(line -> line.kind().equals(kind))
                    .forEach(line -> rules.getSelectionModel().select(line));
        });
    }

    @Test
    void aCutShowsWhatItChangesAndTheVersionBeforeIsRestoredExactly() {
        Crowd crowd = new Crowd(folder).filled().linked();
        PeopleView view = open(crowd);
        List<String> before = names(view);
        runOnFx(() -> view.opened("u03"));
        settle(tasks);
        assertTrue(text("#sentence").startsWith("crm-3 is 4 users"), text("#sentence"));
        runOnFx(() -> table("#links").getSelectionModel().select(0));
        act(view, "cut-identifier");
        assertTrue(text("#headline").contains("1 splits"), text("#headline"));
        act(view, "apply");
        assertEquals(2, crowd.identity.versions().size());
        assertEquals(before.size() + 1, names(view).size());
        act(view, "page-versions");
        runOnFx(() -> table("#versions").getSelectionModel().select(1));
        act(view, "restore");
        assertTrue(text("#headline").contains("1 comes of several"), text("#headline"));
        act(view, "apply");
        assertEquals(before, names(view));
        assertEquals(Crowd.RULES, crowd.identity.rules());
        runOnFx(() -> view.model().draft().undo());
        settle(tasks);
        assertTrue(onFx(() -> view.model().changedProperty().get()), "undo proposes what was before, to be applied");
    }

    private static List<String> names(PeopleView view) {
        return onFx(() -> view.model()
                .shownProperty()
                .get()
                .orElseThrow()
                .people()
                .persons()
                .names());
    }

    @Test
    void searchFilterAndPictureWorkByKeyboard() {
        PeopleView view = open(new Crowd(folder).filled().linked());
        act(view, "find");
        robot.write("CRM-9", 0);
        settle(tasks);
        assertEquals(1, table("#persons").getItems().size());
        assertEquals("1 person", text("#found"));
        runOnFx(() -> view.opened("u09"));
        settle(tasks);
        List<ToggleButton> nodes = robot.lookup(".merge-node").queryAllAs(ToggleButton.class).stream()
                .toList();
        assertEquals(1, nodes.stream().filter(Node::isFocusTraversable).count(), "one stop of the Tab key");
        runOnFx(() -> nodes.getFirst().requestFocus());
        String first = onFx(() -> ((Labeled) window().getScene().getFocusOwner()).getText());
        robot.type(KeyCode.RIGHT);
        String next = onFx(() -> ((Labeled) window().getScene().getFocusOwner()).getText());
        assertTrue(!next.equals(first), first + " -> " + next);
        robot.type(KeyCode.SPACE);
        assertTrue(onFx(() -> !table("#links").getSelectionModel().isEmpty()));
        assertTrue(next.contains(":"), next);
    }

    @Test
    void overMergedIdentifiersSayWhyAndLeadToTheirPersons() {
        PeopleView view = open(new Crowd(folder).filled().linked());
        act(view, "page-over");
        assertEquals(1, table("#overMerged").getItems().size());
        runOnFx(() -> table("#overMerged").getSelectionModel().select(0));
        act(view, "over-persons");
        assertEquals("12 persons", text("#found"));
        runOnFx(() -> view.persons().amongProperty().set(PersonsViewModel.Among.OVER_MERGED));
        settle(tasks);
        assertEquals("12 persons", text("#found"));
        act(view, "page-over");
        act(view, "over-forbid");
        assertEquals(
                List.of(Identifier.of("device:tablet-1")),
                onFx(() -> view.model().rules().forbidden()));
        act(view, "discard");
        assertEquals(Crowd.RULES, onFx(() -> view.model().rules()));
    }

    @Test
    void contradictionsAreCountedByAttributeAndLeadToTheirPersons() {
        PeopleView view = open(new Crowd(folder).filled().linked());
        act(view, "page-contradictions");
        assertEquals(2, table("#attributes").getItems().size());
        ContradictionsPage.Attribute first =
                (ContradictionsPage.Attribute) table("#attributes").getItems().getFirst();
        assertEquals("birth_date", first.name());
        assertEquals(5, first.found().size());
        assertEquals("crm.csv, newsletter.csv", first.sources());
        act(view, "contradicting");
        assertEquals("5 persons", text("#found"));
    }

    @Test
    void aLimitThatIsNoNumberIsSaidAndChangesNothing() {
        PeopleView view = open(new Crowd(folder).filled().linked());
        act(view, "page-rules");
        choose("device");
        robot.clickOn("#users").press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("x", 0);
        assertTrue(text("#wrong").startsWith("Error"));
        assertEquals(Crowd.RULES, onFx(() -> view.model().rules()));
        robot.type(KeyCode.BACK_SPACE);
        robot.write("15", 0);
        settle(tasks);
        assertEquals(15, onFx(() -> view.model().rules().kinds().getLast().mostUsers()));
        assertTrue(text("#draftWords").contains("become"), text("#draftWords"));
        runOnFx(() -> view.model().draft().undo());
        settle(tasks);
        assertEquals(Crowd.RULES, onFx(() -> view.model().rules()));
    }
}
