package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.UserId;
import app.attune.rules.DecisionTest;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleBranches;
import app.attune.rules.Rulebook;
import app.attune.rules.VersionName;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VersionsViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    /// On the page of versions, by its key.
    private RulesView open(Desk desk) {
        RulesView view = onFx(() -> new RulesView(desk.context(tasks), destination -> {}));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("rules.history"))
                .forEach(action -> action.fire()));
        settle(tasks);
        settle(tasks);
        return view;
    }

    private static Desk twoVersions() {
        RuleAbout about = RuleAbout.intent("")
                .withExamples(List.of(new RuleAbout.Example(new UserId("nobody"), RuleAbout.Expected.APPLIES)));
        Desk desk = new Desk(Desk.thanks().withAbout(about), Desk.welcome());
        desk.service.save(List.of(Desk.welcome(), Desk.thanks().withAbout(about), Desk.tents()), "Bo", "Welcome first");
        return desk;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    private boolean isDisabled(String query) {
        return onFx(() -> find(query, Button.class).isDisabled());
    }

    private boolean says(String words) {
        return onFx(() -> robot.lookup(words).tryQuery().isPresent());
    }

    private void select(int index) {
        runOnFx(() -> find("#versions", ListView.class).getSelectionModel().select(index));
        settle(tasks);
    }

    @Test
    void rollingBackShowsItsImpactFirst() {
        Desk desk = twoVersions();
        open(desk);
        assertTrue(isDisabled("#rollBack"), "the newest says what the rules say");
        assertFalse(onFx(() -> find("#impactTitle", Label.class).isVisible()), "a heading of nothing");
        select(1);
        assertTrue(says("200 of 1,500 users would be decided otherwise."));
        ScreenWalk.check(window().getScene(), "rules-versions");
        assertFalse(isDisabled("#rollBack"));
        runOnFx(() -> find("#rollBack", Button.class).fire());
        settle(tasks);
        assertEquals(desk.service.version(1).program(), desk.service.program());
        assertEquals("Restored version 1", desk.service.version(3).note());
    }

    @Test
    void keptTestsAreListedRemovedAndPutBack() {
        Desk desk = twoVersions();
        DecisionTest.Asked asked = new DecisionTest.Asked(
                new DecisionTest.Who.Known(new UserId("user1")), Optional.empty(), RequestContext.none());
        DecisionTest.Wanted nothing = new DecisionTest.Wanted(
                new DecisionTest.WantedOffer.None(), List.of(), List.of(), List.of(), List.of());
        desk.tests.replace(List.of(new DecisionTest("Cart", asked, nothing)));
        open(desk);
        assertTrue(says("Cart: expects no offer."));
        runOnFx(() -> find("#removeTest", Button.class).fire());
        settle(tasks);
        settle(tasks);
        assertFalse(says("Cart: expects no offer."));
        assertEquals(List.of(), desk.tests.tests());
        assertTrue(says("The test \u201cCart\u201d is removed."));
        runOnFx(() -> find("#putBackTest", Button.class).fire());
        settle(tasks);
        settle(tasks);
        assertTrue(says("Cart: expects no offer."));
        assertEquals(1, desk.tests.tests().size());
    }

    @Test
    void nothingIsPutBackWhereNothingWasRemoved() {
        Desk desk = twoVersions();
        DecisionTest.Asked asked = new DecisionTest.Asked(
                new DecisionTest.Who.Known(new UserId("user1")), Optional.empty(), RequestContext.none());
        DecisionTest.Wanted nothing = new DecisionTest.Wanted(
                new DecisionTest.WantedOffer.None(), List.of(), List.of(), List.of(), List.of());
        desk.tests.replace(List.of(new DecisionTest("Cart", asked, nothing)));
        open(desk);
        desk.tests.replace(List.of());
        runOnFx(() -> find("#removeTest", Button.class).fire());
        settle(tasks);
        settle(tasks);
        assertFalse(says("Cart: expects no offer."));
        assertFalse(says("The test \u201cCart\u201d is removed."));
    }

    @Test
    void aVersionIsTaggedAndReviewed() {
        open(twoVersions());
        assertTrue(isDisabled("#tag"));
        runOnFx(() -> find("#tagName", TextField.class).setText("black-friday-2026"));
        runOnFx(() -> find("#tag", Button.class).fire());
        settle(tasks);
        assertTrue(says("tagged black-friday-2026"));
        assertTrue(isDisabled("#wantChanges"), "nothing is said of what should change");
        runOnFx(() -> find("#comment", TextArea.class).requestFocus());
        robot.type(KeyCode.TAB);
        assertEquals("askReview", onFx(() -> window().getScene().getFocusOwner().getId()));
        runOnFx(() -> find("#approve", Button.class).fire());
        settle(tasks);
        assertTrue(says("All its active rules are approved as they are."));
        ScreenWalk.check(window().getScene(), "rules-versions-reviewed");
    }

    @Test
    void theBranchWorkedOnIsRenamedAndAnotherOneDeleted() {
        Desk desk = new Desk(Desk.thanks(), Desk.welcome());
        VersionName christmas = new VersionName("christmas");
        desk.service.branch(christmas, 1);
        desk.service.branch(new VersionName("old"), 1);
        desk.service.choose(christmas);
        open(desk);
        runOnFx(() -> find("#mergeFrom", ComboBox.class).getSelectionModel().select(0));
        assertTrue(isDisabled("#deleteBranch"), "main stays");
        runOnFx(() -> {
            find("#mergeFrom", ComboBox.class).getSelectionModel().select(1);
            find("#deleteBranch", Button.class).fire();
        });
        settle(tasks);
        assertEquals(2, desk.service.branches().all().size());
        assertTrue(isDisabled("#renameBranch"), "no name is typed");
        runOnFx(() -> {
            find("#branchName", TextField.class).setText("winter");
            find("#renameBranch", Button.class).fire();
        });
        settle(tasks);
        assertEquals(new VersionName("winter"), desk.service.branches().chosen());
        assertEquals(
                new VersionName("winter"),
                onFx(() -> find("#branch", ComboBox.class).getValue()));
    }

    @Test
    void conflictsOfAMergeAreDecidedOneByOne() {
        Desk desk = new Desk(Desk.thanks(), Desk.welcome());
        VersionName christmas = new VersionName("christmas");
        desk.service.branch(christmas, 1);
        desk.service.choose(christmas);
        desk.service.save(
                List.of(Desk.thanks().withTreatment(Rulebook.offer("XMAS")), Desk.welcome()), "Bo", "Christmas");
        desk.service.choose(RuleBranches.MAIN);
        desk.service.save(List.of(Desk.thanks().withTreatment(Rulebook.offer("MORE")), Desk.welcome()), "Ada", "More");
        RulesView view = open(desk);
        runOnFx(() -> find("#mergeFrom", ComboBox.class).getSelectionModel().select(0));
        runOnFx(() -> find("#prepareMerge", Button.class).fire());
        settle(tasks);
        assertTrue(isDisabled("#mergeNow"));
        runOnFx(() -> find("#side-thanks-THEIRS", RadioButton.class).fire());
        settle(tasks);
        ScreenWalk.check(window().getScene(), "rules-merge");
        assertFalse(isDisabled("#mergeNow"));
        runOnFx(() -> find("#mergeNow", Button.class).fire());
        settle(tasks);
        assertEquals(Rulebook.offer("XMAS"), desk.service.rules().getFirst().treatment());
        robot.type(KeyCode.ESCAPE);
        settle(tasks);
        assertEquals(
                Rulebook.offer("XMAS"),
                onFx(() -> view.model().rules().getFirst().treatment()));
    }
}
