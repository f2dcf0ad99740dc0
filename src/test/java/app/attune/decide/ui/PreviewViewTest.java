package app.attune.decide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decide.Preview;
import app.attune.decide.Shop;
import app.attune.rules.DecisionTest;
import app.attune.rules.FakeRuleTestStore;
import app.attune.rules.KeptTests;
import app.attune.rules.RuleId;
import app.attune.rules.Shown;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Explanation;
import app.attune.segments.NoneOf;
import app.attune.ui.Action;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Screen;
import app.attune.ui.ScreenWalk;
import app.attune.ui.SuggestField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PreviewViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final FakeRuleTestStore tests = new FakeRuleTestStore();

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    private PreviewView open() {
        PreviewView view = onFx(() -> new PreviewView(progress -> Previews.shop(), new KeptTests(tests), tasks));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private String user(PreviewView view) {
        return onFx(
                () -> view.model().preview().map(Preview::user).orElseThrow().value());
    }

    private boolean sees(String text) {
        return onFx(() -> !robot.lookup(text).queryAll().isEmpty());
    }

    private void find(String id) {
        robot.clickOn("#search");
        runOnFx(() -> ((SuggestField) robot.lookup("#search").query()).showText(id));
        robot.type(KeyCode.ENTER);
        settle(tasks);
    }

    @Test
    void whatWasShownBeforeIsPartOfTheRequest() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        type("#contextShown", "welcome=2026-08-01T10:00:00Z, welcome=2026-08-02T10:00:00Z");
        type("#contextVisit", "2026-08-02T09:00:00Z");
        Shown shown = onFx(
                () -> view.model().preview().orElseThrow().decision().context().shown());
        assertEquals(2, shown.of(new RuleId("welcome")).size());
        assertEquals(Optional.of(Instant.parse("2026-08-02T09:00:00Z")), shown.visitStart());
        assertFalse(isProblemShown());
        type("#contextShown", "welcome yesterday");
        assertTrue(isProblemShown());
        assertEquals(
                shown,
                onFx(() -> view.model()
                        .preview()
                        .orElseThrow()
                        .decision()
                        .context()
                        .shown()));
        ScreenWalk.check(window().getScene(), "preview-shown");
    }

    @Test
    void everyFieldOfTheRequestHasALabelAndWhatCannotBeReadIsNamed() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        for (String field : List.of("Placement", "Device", "Items", "Total", "Shown", "Visit")) {
            Node labelled = onFx(() -> robot.lookup("#context" + field).query());
            assertTrue(onFx(() -> robot.lookup(".form-label").queryAllAs(Label.class).stream()
                    .anyMatch(label -> labelled.equals(label.getLabelFor()))));
        }
        type("#contextTotal", "120");
        type("#contextTotal", "much");
        type("#contextVisit", "yesterday");
        assertEquals(
                "Basket total: \u201cmuch\u201d is not a number. Type one such as 49.90, or nothing.\n"
                        + "Visit since: \u201cyesterday\u201d is not a time. Type one such as 2026-08-01T09:30:00Z,"
                        + " or nothing.",
                onFx(() -> ((Label) robot.lookup(".field-problem").query()).getText()));
        assertEquals(
                OptionalDouble.of(120),
                onFx(() -> view.model()
                        .preview()
                        .orElseThrow()
                        .decision()
                        .context()
                        .basket()
                        .orElseThrow()
                        .total()));
        ScreenWalk.checkLargest(window().getScene(), "preview-unreadable");
        type("#contextTotal", "");
        type("#contextVisit", "");
        assertFalse(isProblemShown());
    }

    private void type(String field, String text) {
        runOnFx(() -> {
            TextField typed = (TextField) robot.lookup(field).query();
            typed.setText(text);
            typed.fireEvent(new javafx.event.ActionEvent());
        });
        settle(tasks);
    }

    private boolean isProblemShown() {
        return onFx(() -> robot.lookup(".field-problem").queryAll().stream().anyMatch(node -> node.isVisible()));
    }

    @Test
    void anItemThatIsNotThereSaysWhereItEndedForEveryUserShown() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        assertTrue(sees("From 5 items to 3 candidates to a list of 3"));
        runOnFx(() -> ((TitledPane) robot.lookup("#stagesPane").query()).setExpanded(true));
        assertTrue(sees("Item-kNN gives 3 candidates; 2 the user has already"));
        assertFalse(onFx(() -> robot.lookup("#whyAnswer").query().isManaged()));
        runOnFx(() -> ((SuggestField) robot.lookup("#whyItem").query()).requestFocus());
        runOnFx(() -> ((SuggestField) robot.lookup("#whyItem").query()).showText("4"));
        robot.type(KeyCode.ENTER);
        assertTrue(answer().startsWith("Gas stove (4) ended at Candidates: the user has it already"), this::answer);
        assertEquals(
                List.of("Gas stove (4)"),
                onFx(() -> ((SuggestField) robot.lookup("#whyItem").query())
                        .suggestions().stream()
                                .map(SuggestField.Suggestion::label)
                                .toList()));
        runOnFx(() -> view.model().askWhy("stov"));
        assertTrue(answer().startsWith("Gas stove (4) ended"), this::answer);
        runOnFx(() -> view.opened("ben"));
        settle(tasks);
        assertTrue(answer().contains("has no score for it and this user"), this::answer);
        ScreenWalk.check(window().getScene(), "preview-why");
    }

    private String answer() {
        return onFx(() -> ((Label) robot.lookup("#whyAnswer").query()).getText());
    }

    @Test
    void reasonsAreTestedForEveryUserShownWhileThatIsWanted() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        assertEquals(0, tested());
        robot.clickOn("#testing");
        settle(tasks);
        assertEquals(3, tested());
        assertTrue(sees("Without \u201cTwo-person tent\u201d it stays at 1."));
        ScreenWalk.check(window().getScene(), "preview-tested");
        runOnFx(() -> view.opened("ben"));
        settle(tasks);
        assertTrue(sees("Without \u201cHiking boots\u201d it leaves the list: the model has no score for it then."));
        robot.clickOn("#testing");
        settle(tasks);
        assertEquals(0, tested());
    }

    private int tested() {
        return onFx(() -> robot.lookup(".deletion-test").queryAll().size());
    }

    @Test
    void anotherVersionIsSetBesideEveryUserShown() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        Action compare = onFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("preview.beside.action"))
                .findFirst()
                .orElseThrow());
        runOnFx(compare::fire);
        ComboBox<?> choice = onFx(() -> robot.lookup("#besideChoice").queryAs(ComboBox.class));
        assertTrue(onFx(choice::isFocused));
        robot.type(KeyCode.DOWN);
        settle(tasks);
        assertEquals(
                "Rules version 1: No rules yet",
                onFx(() -> view.model()
                        .beside()
                        .besideProperty()
                        .get()
                        .orElseThrow()
                        .title()));
        assertTrue(sees("Offers: none instead of THANKS10."));
        assertTrue(sees("up 2"));
        assertTrue(sees("down 2"));
        ScreenWalk.check(window().getScene(), "preview-beside");
        runOnFx(() -> view.opened("ben"));
        settle(tasks);
        assertEquals(
                "ben",
                onFx(() -> view.model()
                        .beside()
                        .besideProperty()
                        .get()
                        .orElseThrow()
                        .after()
                        .user()
                        .value()));
    }

    @Test
    void whatWouldBeOtherwiseIsShownBeforeAndAfter() {
        PreviewView view = open();
        runOnFx(() -> view.opened("ben"));
        settle(tasks);
        Action ask = onFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("preview.what-if.action"))
                .findFirst()
                .orElseThrow());
        runOnFx(ask::fire);
        assertTrue(onFx(() -> robot.lookup("#whatIfAttributes").query().isFocused()));
        type("#whatIfEvents", "purchase:2");
        assertTrue(sees("Offers: THANKS10 instead of HELLO5."));
        assertTrue(sees("Enters the segment Buyers."));
        ScreenWalk.check(window().getScene(), "preview-what-if");
        type("#whatIfEvents", "purchase:77");
        assertTrue(sees("The data has no item \u201c77\u201d. Take one of the catalogue."));
        assertFalse(sees("Enters the segment Buyers."));
        runOnFx(() -> ((Button) robot.lookup("#whatIfReset").query()).fire());
        assertEquals("", onFx(() -> ((TextField) robot.lookup("#whatIfEvents").query()).getText()));
        assertEquals("", onFx(() -> view.model().whatIf().problemProperty().get()));
    }

    @Test
    void theScreenPassesTheWalkWithAUserAndWithout() {
        PreviewView view = open();
        ScreenWalk.check(window().getScene(), "preview-empty");
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        runOnFx(() -> ((TitledPane) robot.lookup("#segment-norwegian-buyers").query()).setExpanded(true));
        ScreenWalk.check(window().getScene(), "preview");
    }

    @Test
    void rowsOfASegmentStandBelowTheirGroupsWithWhatTheyMean() {
        Condition norway = new AttributeCondition("country", Comparison.IS, List.of("Norway"));
        Condition chile = new AttributeCondition("country", Comparison.IS, List.of("Chile"));
        Condition condition = new AllOf(List.of(new AnyOf(List.of(norway, chile)), new NoneOf(List.of(chile))));
        Explanation why = Explanation.of(condition, Shop.population(), Shop.AS_OF, 0);
        show(() -> SegmentPanel.rows(why));
        ScreenWalk.picture(window().getScene(), "preview-groups");
        List<String> lines = onFx(() -> robot.lookup(".toolbar").queryAllAs(HBox.class).stream()
                .map(line -> (int) VBox.getMargin(line).getLeft() + " "
                        + line.getChildren().getFirst().getAccessibleText() + ": "
                        + ((Label) line.getChildren().getLast()).getText())
                .toList());
        assertEquals(
                List.of(
                        "0 Holds: ANY of: 1 of 2 match",
                        "24 Holds: Country: Norway, needs Norway",
                        "24 Is not needed, since \u201cANY of: 1 of 2 match\u201d is as it must be: Country: Norway, needs Chile",
                        "0 Holds: NONE of: 0 of 1 match",
                        "24 Is not so, as it must be: Country: Norway, must not be Chile"),
                lines);
    }

    @Test
    void aRowOfAnAllInsideAnAnyNamesTheGroupThatIsAsItMustBe() {
        Condition norway = new AttributeCondition("country", Comparison.IS, List.of("Norway"));
        Condition chile = new AttributeCondition("country", Comparison.IS, List.of("Chile"));
        Condition condition = new AnyOf(List.of(new AllOf(List.of(norway, chile)), norway));
        Explanation why = Explanation.of(condition, Shop.population(), Shop.AS_OF, 0);
        show(() -> SegmentPanel.rows(why));
        assertEquals(
                "Is not needed, since \u201cANY of: 1 of 2 match\u201d is as it must be",
                onFx(() -> robot.lookup(".toolbar").queryAllAs(HBox.class).stream()
                        .filter(line ->
                                ((Label) line.getChildren().getLast()).getText().endsWith("needs Chile"))
                        .map(line -> line.getChildren().getFirst().getAccessibleText())
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void foundUserIsShownWithRulesAndReasons() {
        PreviewView view = open();
        find("anna");
        assertEquals("anna", user(view));
        assertTrue(sees("Camping pot"));
        assertTrue(sees("Personalisation: granted"));
        assertTrue(sees("\u201cThank buyers\u201d comes first, so this one does nothing."));
        assertTrue(sees("Offer THANKS10: 10% off the next order"));
        robot.clickOn("#copyButton");
        assertTrue(onFx(() -> Clipboard.getSystemClipboard().getString()).contains("\"user\" : \"anna\""));
    }

    @Test
    void whatIsShownIsKeptAsATest() {
        PreviewView view = open();
        assertTrue(onFx(() -> robot.lookup("#keepButton").query().isDisabled()));
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        robot.clickOn("#keepButton");
        settle(tasks);
        assertEquals(
                List.of("User anna at " + Shop.AS_OF),
                tests.tests().stream().map(DecisionTest::name).toList());
        assertEquals(
                "the offer THANKS10; stoves fires; thanks fires; welcome does not fire",
                tests.tests().getFirst().expected());
        assertTrue(sees("Kept as the test \u201cUser anna at " + Shop.AS_OF
                + "\u201d: expects the offer THANKS10; stoves fires; thanks fires; welcome does not fire."
                + " What a model chose is not part of it. The versions of the rules list the tests."));
        ScreenWalk.check(window().getScene(), "preview-kept");
        DecisionTest mine = tests.tests().getFirst().named("Mine");
        tests.replace(List.of(mine));
        robot.clickOn("#keepButton");
        settle(tasks);
        assertTrue(sees("Kept as a test: expects the offer THANKS10; stoves fires; thanks fires; welcome does not fire."
                + " It replaces \u201cMine\u201d, which asked the same and expected the offer THANKS10; stoves fires;"
                + " thanks fires; welcome does not fire."));
        ScreenWalk.check(window().getScene(), "preview-kept-again");
        robot.clickOn("Put that test back");
        settle(tasks);
        assertEquals(List.of(mine), tests.tests());
        assertTrue(sees("The test \u201cMine\u201d is back."));
    }

    @Test
    void anotherUserIsToldToTheWindow() {
        PreviewView view = open();
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        assertEquals(
                Optional.of(new Screen.Shown("anna", "anna")),
                onFx(() -> view.shownObject().getValue()));
        find("dan");
        assertEquals(
                Optional.of(new Screen.Shown("dan", "dan")),
                onFx(() -> view.shownObject().getValue()));
    }

    @Test
    void unknownUserIsToldWithNearIds() {
        open();
        find("ana");
        assertTrue(sees("Did you mean anna, dan?"));
    }

    @Test
    void keysNAndPGoThroughTheUsers() {
        PreviewView view = open();
        find("anna");
        robot.clickOn("#randomButton");
        settle(tasks);
        runOnFx(() -> view.opened("anna"));
        settle(tasks);
        robot.type(KeyCode.N);
        settle(tasks);
        assertEquals("ben", user(view));
        robot.type(KeyCode.P);
        settle(tasks);
        assertEquals("anna", user(view));
    }

    @Test
    void refusedConsentIsSaid() {
        open();
        find("cora");
        assertTrue(sees("Personalisation: denied"));
        assertTrue(sees(
                "The user has not agreed to personalisation: most popular items, and only rules that hide items."));
        assertFalse(sees("Offer THANKS10: 10% off the next order"));
    }
}
