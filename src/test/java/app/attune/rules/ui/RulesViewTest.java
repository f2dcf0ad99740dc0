package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.ContextCondition;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import app.attune.ui.SuggestField;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RulesViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();

    private final List<RulesView> opened = new ArrayList<>();

    /// Saves first, so that no autosave comes after the end.
    @AfterEach
    void stop() {
        runOnFx(() -> opened.forEach(view -> view.model().save()));
        settle(tasks);
        tasks.close();
    }

    private RulesView open(Desk desk) {
        RulesView view = onFx(() -> new RulesView(desk.context(tasks), destination -> {}));
        opened.add(view);
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private RulesView openThree() {
        return open(new Desk(Desk.tents(), Desk.welcome(), Desk.thanks()));
    }

    @Test
    void theSelectedRuleNamesItsConflictsAndMovesAboveTheWinner() {
        RulesView view = openThree();
        runOnFx(() -> view.model().selectedProperty().set("thanks"));
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup("#conflicts .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText()
                        .equals("Loses to \u201cWelcome everybody\u201d for 200 users who match both; this rule"
                                + " does nothing for them. The earlier of the two wins."))));
        ScreenWalk.check(window().getScene(), "rules-conflict");
        Button move = find("#conflicts .button", Button.class);
        assertEquals("Move above \u201cWelcome everybody\u201d", move.getText());
        runOnFx(move::fire);
        settle(tasks);
        assertEquals(List.of("tents", "thanks", "welcome"), order(view));
        assertTrue(robot.lookup("#conflicts .button").tryQuery().isEmpty());
    }

    @Test
    void oneValueAfterTheOtherIsTypedAndTakenOnEnter() {
        RulesView view = openThree();
        runOnFx(() -> view.model().selectedProperty().set("tents"));
        settle(tasks);
        runOnFx(() -> find("#selectorAdd", SuggestField.class).requestFocus());
        robot.write("Boots").type(KeyCode.ENTER);
        settle(tasks);
        robot.write("Stoves").type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(List.of("Tents", "Boots", "Stoves"), values(view));
    }

    @Test
    void whatIsBeingTypedOutlivesReadingTheRulesAgain() {
        RulesView view = openThree();
        runOnFx(() -> view.model().selectedProperty().set("tents"));
        settle(tasks);
        runOnFx(() -> find("#selectorAdd", SuggestField.class).requestFocus());
        robot.write("Boo");
        runOnFx(() -> view.model().load());
        settle(tasks);
        robot.write("ts").type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(List.of("Tents", "Boots"), values(view));
    }

    private static List<String> values(RulesView view) {
        return onFx(() -> view.model().selectedRule().stream()
                .flatMap(rule -> rule.treatment() instanceof Treatment.Boost boost
                                && boost.items() instanceof ItemSelector.WithAttribute with
                        ? with.values().stream()
                        : Stream.of())
                .toList());
    }

    private static List<String> order(RulesView view) {
        return onFx(() ->
                view.model().rules().stream().map(rule -> rule.id().value()).toList());
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    @Test
    void theScreenPassesTheWalkWithRulesPolicyAndNothing() {
        RulesView view = openThree();
        runOnFx(() -> view.model().selectedProperty().set("thanks"));
        settle(tasks);
        Scene scene = window().getScene();
        ScreenWalk.check(scene, "rules");
        runOnFx(() -> {
            view.model().selectedProperty().set("tents");
        });
        settle(tasks);
        ScreenWalk.check(scene, "rules-boost");
        runOnFx(() -> {
            view.model().delete();
            view.model().save();
        });
        settle(tasks);
        robot.clickOn("#policyButton");
        ScreenWalk.check(scene, "rules-policy");
        runOnFx(() -> {
            view.model().changePolicy("x", policy -> policy.withHitPolicy(HitPolicy.FIRST));
            view.model()
                    .change(
                            "x",
                            rule -> rule.withTreatment(
                                            new Treatment.Recommend("als", List.of("item-knn", "popularity")))
                                    .withWeight(OptionalInt.of(70)));
        });
        settle(tasks);
        ScreenWalk.check(scene, "rules-policy-first");
        robot.clickOn("#policyButton");
        ScreenWalk.check(scene, "rules-chain");
        open(new Desk());
        ScreenWalk.check(window().getScene(), "rules-empty");
    }

    @Test
    void aRuleIsAddedNamedTargetedAndActivated() {
        Desk desk = new Desk();
        RulesView view = open(desk);
        robot.clickOn(find("#empty", app.attune.ui.EmptyState.class).primaryButton());
        robot.write("Boots for fans");
        runOnFx(() -> {
            ComboBox<Treatments> kind = combo("#kind");
            kind.setValue(Treatments.EXCLUDE);
        });
        runOnFx(() -> {
            ComboBox<Rule.Status> status = combo("#status");
            status.setValue(Rule.Status.ACTIVE);
        });
        runOnFx(view.model()::save);
        settle(tasks);
        Rule saved = desk.service.rules().getFirst();
        assertEquals("Boots for fans", saved.name());
        assertEquals(Rule.Status.ACTIVE, saved.status());
        assertEquals(
                new Treatment.Exclude(new ItemSelector.WithAttribute("category", List.of("Boots"))), saved.treatment());
    }

    @SuppressWarnings("unchecked") // the test knows what the combo holds
    private <T> ComboBox<T> combo(String query) {
        return (ComboBox<T>) find(query, ComboBox.class);
    }

    @Test
    void altUpMovesTheRuleAndUndoBringsItBack() {
        RulesView view = openThree();
        robot.clickOn("Thank frequent buyers");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        settle(tasks);
        assertEquals(List.of("tents", "thanks", "welcome"), order(view));
        assertEquals("thanks", onFx(() -> view.model().selectedProperty().get()));
        runOnFx(() -> view.history().orElseThrow().undo());
        assertEquals(List.of("tents", "welcome", "thanks"), order(view));
    }

    @Test
    void valueOutOfRangeIsNamedAndNotTaken() {
        RulesView view = openThree();
        runOnFx(() -> view.model().selectedProperty().set("tents"));
        runOnFx(() -> find("#factor", TextField.class).setText("0.5"));
        assertTrue(onFx(
                () -> robot.lookup("Type a number in the range.").queryLabeled().isVisible()));
        runOnFx(() -> find("#factor", TextField.class).setText("2.5"));
        assertFalse(onFx(
                () -> robot.lookup("Type a number in the range.").queryLabeled().isVisible()));
        Treatment now = onFx(() -> view.model().rules().getFirst().treatment());
        assertEquals(new Treatment.Boost(new ItemSelector.WithAttribute("category", List.of("Tents")), 2.5), now);
    }

    @Test
    void rolloutHoldoutAndKillSwitchAreSetByHand() {
        RulesView view = openThree();
        runOnFx(() -> find("#rollout", TextField.class).setText("25"));
        runOnFx(() -> find("#rollout", TextField.class).setText("250"));
        assertEquals(
                25,
                onFx(() -> view.model().rules().getFirst().limits().rollout().percent()));
        robot.clickOn("#policyButton");
        runOnFx(() -> find("#holdout", TextField.class).setText("10"));
        settle(tasks);
        robot.clickOn("#killSwitch");
        settle(tasks);
        var policy = onFx(() -> view.model().program().policy());
        assertEquals(10, policy.holdout().percent());
        assertTrue(policy.isSwitchedOff());
        assertTrue(onFx(() -> robot.lookup("#state").queryLabeled().getText().contains("kill switch on")));
    }

    @SuppressWarnings("unchecked") // What is found is a choice of texts.
    private void choose(String query, String value) {
        ((ComboBox<String>) find(query, ComboBox.class)).setValue(value);
    }

    @Test
    void limitsOfListsAreSetByHandAndTakenOut() {
        RulesView view = openThree();
        robot.clickOn("#policyButton");
        runOnFx(() -> {
            find("#limitMost", TextField.class).setText("2");
            choose("#limitAttribute", "category");
            find("#limitAdd", Button.class).fire();
        });
        List<ListLimit> limits = onFx(() -> view.model().program().policy().listLimits());
        assertEquals(2, limits.getFirst().most());
        for (String field : List.of("#limitMost", "#limitAttribute", "#limitValue")) {
            Node labelled = onFx(() -> robot.lookup(field).query());
            assertTrue(onFx(() -> robot.lookup("#limitsBox .form-label").queryAllAs(Label.class).stream()
                    .anyMatch(label -> labelled.equals(label.getLabelFor()))));
        }
        ScreenWalk.check(window().getScene(), "rules-limits");
        runOnFx(() -> robot.lookup("#limitsBox .button-icon").queryButton().fire());
        assertEquals(List.of(), onFx(() -> view.model().program().policy().listLimits()));
    }

    @Test
    void hitPolicyAndWeightAreSetByHandAndATypoIsNotTaken() {
        RulesView view = openThree();
        assertTrue(onFx(
                () -> robot.lookup("#weightBox .muted").queryLabeled().getText().startsWith("Says nothing now")));
        runOnFx(() -> find("#weight", TextField.class).setText("70"));
        runOnFx(() -> find("#weight", TextField.class).setText("1001"));
        assertEquals(
                OptionalInt.of(70), onFx(() -> view.model().rules().getFirst().weight()));
        settle(tasks);
        assertTrue(onFx(() ->
                robot.lookup("#findings .status-warn").queryLabeled().getText().contains("weight 70")));
        robot.clickOn("#policyButton");
        robot.clickOn("#hitPolicy").type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        settle(tasks);
        assertEquals(
                HitPolicy.PRIORITY, onFx(() -> view.model().program().policy().hitPolicy()));
        assertTrue(onFx(() -> robot.lookup("#state").queryLabeled().getText().contains("the heaviest acts first")));
        robot.clickOn("#policyButton");
        settle(tasks);
        runOnFx(() -> find("#weight", TextField.class).clear());
        assertEquals(
                OptionalInt.empty(), onFx(() -> view.model().rules().getFirst().weight()));
    }

    @Test
    void fallbackModelsAreAddedSwappedAndRemovedByKeyboard() {
        RulesView view = openThree();
        runOnFx(() -> view.model().change("x", rule -> rule.withTreatment(new Treatment.Recommend("als"))));
        settle(tasks);
        runOnFx(() -> find("#addFallback", Button.class).requestFocus());
        robot.type(KeyCode.SPACE);
        settle(tasks);
        Treatment.Recommend chain =
                (Treatment.Recommend) onFx(() -> view.model().rules().getFirst().treatment());
        assertEquals("als", chain.model());
        assertEquals(1, chain.fallbacks().size());
        String second = chain.fallbacks().getFirst();
        runOnFx(() -> choose("#model", second));
        assertEquals(
                new Treatment.Recommend(second, List.of("als")),
                onFx(() -> view.model().rules().getFirst().treatment()));
        runOnFx(() -> find("#removeFallback1", Button.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(
                new Treatment.Recommend(second),
                onFx(() -> view.model().rules().getFirst().treatment()));
    }

    @Test
    void aRecommendationIsMadeToStartFromTheItemOfTheTrigger() {
        RulesView view = openThree();
        runOnFx(() -> view.model().change("x", rule -> rule.withTreatment(new Treatment.Recommend("als"))));
        settle(tasks);
        runOnFx(() -> find("#seedTrigger", CheckBox.class).requestFocus());
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals(
                new Treatment.Recommend("als").with(Treatment.Seed.TRIGGER),
                onFx(() -> view.model().rules().getFirst().treatment()));
    }

    @Test
    void aScheduleIsTypedAndWhatCannotBeReadIsNamed() {
        RulesView view = openThree();
        runOnFx(() -> {
            find("#scheduleFrom", TextField.class).setText("2026-11-27");
            find("#scheduleZone", TextField.class).setText("Europe/Berlin");
            find("#scheduleDay5", CheckBox.class).setSelected(true);
        });
        Schedule now = onFx(() -> view.model().rules().getFirst().limits().schedule());
        assertEquals(Instant.parse("2026-11-26T23:00:00Z"), now.start().orElseThrow());
        assertEquals(Set.of(DayOfWeek.FRIDAY), now.days());
        runOnFx(() -> find("#scheduleOpens", TextField.class).setText("8"));
        assertTrue(onFx(() -> robot.lookup(".field-problem").queryAll().stream().anyMatch(node -> node.isVisible())));
        runOnFx(() -> {
            find("#scheduleOpens", TextField.class).setText("08:00");
            find("#scheduleCloses", TextField.class).setText("10:00");
        });
        assertTrue(onFx(() ->
                view.model().rules().getFirst().limits().schedule().hours().isPresent()));
    }

    @Test
    void aContextIsSetByHand() {
        RulesView view = openThree();
        runOnFx(() -> {
            find("#contextPlacements", TextField.class).setText("cart, checkout");
            find("#contextTotal", TextField.class).setText("50");
            find("#contextTotal", TextField.class).setText("50x");
        });
        ContextCondition now =
                onFx(() -> view.model().rules().getFirst().limits().context());
        assertEquals(List.of("cart", "checkout"), now.placements());
        assertEquals(50, now.total().orElseThrow());
        runOnFx(() -> find("#contextBasket", CheckBox.class).setSelected(true));
        assertTrue(onFx(() ->
                view.model().rules().getFirst().limits().context().contains().isPresent()));
    }

    @Test
    void whatIsTypedAndNotTakenStaysWithItsRule() {
        RulesView view = open(new Desk(Desk.welcome(), Desk.thanks()));
        runOnFx(() -> {
            find("#scheduleOpens", TextField.class).setText("22:00");
            find("#contextTotal", TextField.class).setText("50x");
            find("#exampleUser", TextField.class).setText("user7");
            view.model().selectedProperty().set("thanks");
        });
        for (String field : List.of("#scheduleOpens", "#contextTotal", "#exampleUser")) {
            assertEquals("", onFx(() -> find(field, TextField.class).getText()), field);
        }
        assertFalse(
                onFx(() -> robot.lookup(".field-problem").queryAll().stream().anyMatch(node -> node.isVisible())));
        runOnFx(() -> find("#scheduleCloses", TextField.class).setText("23:00"));
        assertEquals(
                Schedule.always(),
                onFx(() -> view.model().rules().getLast().limits().schedule()));
    }

    @Test
    void aFactorThatIsNotTakenStaysWithItsRule() {
        RulesView view = open(new Desk(Desk.tents(), RuleOrder.copy(Desk.tents(), new RuleId("more"), "More tents")));
        runOnFx(() -> {
            find("#factor", TextField.class).setText("0.5");
            view.model().selectedProperty().set("more");
        });
        assertEquals("1.5", onFx(() -> find("#factor", TextField.class).getText()));
    }

    @Test
    void ruleThatCannotWorkStaysADraftAndSaysWhy() {
        RulesView view = openThree();
        runOnFx(() -> {
            view.model().add();
            view.model().change("x", rule -> rule.withTreatment(new Treatment.Recommend("als")));
        });
        settle(tasks);
        ComboBox<Rule.Status> status = combo("#status");
        runOnFx(() -> status.setValue(Rule.Status.ACTIVE));
        settle(tasks);
        assertEquals(Rule.Status.DRAFT, onFx(status::getValue));
        assertFalse(onFx(() -> robot.lookup(".banner").queryAll().isEmpty()));
    }

    @Test
    void leavingStoresAnEditAtOnceAndDoesNotWaitForTheAutosave() {
        Desk desk = new Desk(Desk.tents());
        RulesView view = open(desk);
        List<String> left = new ArrayList<>();
        runOnFx(() -> {
            view.model().typed("x", rule -> rule.withName("Push tents"));
            view.settle(() -> left.add(desk.service.rules().getFirst().name()));
            assertEquals(List.of(), left, "not before it is stored");
        });
        settle(tasks);
        assertEquals(List.of("Push tents"), left);
        assertEquals(List.of(), onFx(view::unkept));
        runOnFx(() -> view.settle(() -> left.add("at once")));
        assertEquals(List.of("Push tents", "at once"), left);
        assertEquals(2, desk.service.versions().size());
    }

    @Test
    void leavingAsksWhereAnEditCannotBeStored() {
        Desk desk = new Desk(Desk.tents());
        RulesView view = open(desk);
        desk.store.breakDown();
        List<String> left = new ArrayList<>();
        runOnFx(() -> {
            view.model().typed("x", rule -> rule.withName("Push tents"));
            view.settle(() -> left.addAll(view.unkept()));
        });
        settle(tasks);
        assertEquals(List.of("The last changes of the rules are not saved."), left);
    }

    @Test
    void withoutSegmentsTheReasonIsSaid() {
        open(new Desk(RuleBasis.empty()));
        var button = find("#empty", app.attune.ui.EmptyState.class).primaryButton();
        assertTrue(onFx(button::isDisabled));
        assertEquals("Make a segment first: a rule needs users.", onFx(button::getAccessibleHelp));
    }

    @Test
    @Tag("display")
    void draggingARuleToTheTopMovesIt() {
        RulesView view = openThree();
        robot.drag("Thank frequent buyers")
                .moveTo("Push tents to frequent buyers")
                .moveBy(0, -8)
                .drop();
        settle(tasks);
        assertEquals(List.of("thanks", "tents", "welcome"), order(view));
    }

    @Test
    void activeRulesThatDoNothingAreNamedOnceSavedAndLedTo() {
        Rule gone = Desk.tents()
                .withTreatment(new Treatment.Exclude(new ItemSelector.WithAttribute("category", List.of("Hats"))));
        RulesView view = open(new Desk(Desk.welcome(), gone));
        Label words = onFx(() -> (Label) find("#cannotWork", CannotWork.class).lookup(".banner-message"));
        assertEquals(
                "Saved, but one active rule does nothing as it stands: \u201cPush tents to frequent buyers\u201d (place 2).",
                onFx(words::getText));
        ScreenWalk.check(window().getScene(), "rules-cannot-work");
        runOnFx(() -> view.model().selectedProperty().set("welcome"));
        robot.clickOn("Go to \u201cPush tents to frequent buyers\u201d");
        assertEquals("tents", onFx(() -> view.model().selectedProperty().get()));
        runOnFx(() -> {
            view.model().setStatus(Rule.Status.PAUSED);
            view.model().save();
        });
        settle(tasks);
        assertFalse(onFx(() -> find("#cannotWork", CannotWork.class).isVisible()));
    }
}
