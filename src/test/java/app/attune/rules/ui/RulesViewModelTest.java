package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.rules.Holdout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleConflict;
import app.attune.rules.RuleId;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.ui.Tasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RulesViewModelTest {
    private final Desk desk = new Desk(Desk.tents(), Desk.welcome(), Desk.thanks());
    private final RulesViewModel model = loaded(desk);

    private static RulesViewModel loaded(Desk desk) {
        RulesViewModel model = new RulesViewModel(desk.context(Tasks.direct()));
        model.load();
        return model;
    }

    private List<String> order() {
        return model.rows().stream().map(row -> row.rule().id().value()).toList();
    }

    private List<String> codes(String rule) {
        return model.rows().stream()
                .filter(row -> row.rule().id().value().equals(rule))
                .flatMap(row -> row.findings().stream())
                .map(finding -> finding.problem().code())
                .toList();
    }

    @Test
    void rowsSayWhomEachRuleReachesAndWhoWins() {
        assertEquals(List.of("tents", "welcome", "thanks"), order());
        RuleRow thanks = model.rows().get(2);
        assertEquals(200, thanks.reach().orElseThrow().matched());
        assertEquals(0, thanks.reach().orElseThrow().won());
        assertEquals("Welcome everybody", thanks.winner());
        assertEquals(List.of("rules.shadowed"), codes("thanks"));
        assertEquals("IF a user is in Frequent buyers THEN offer THANKS10 (10% off)", thanks.sentence());
    }

    @Test
    void bothRulesOfAConflictSayWhoWinsForHowMany() {
        RuleConflict conflict = new RuleConflict(new RuleId("welcome"), new RuleId("thanks"), 200);
        assertEquals(List.of(), model.rows().get(0).conflicts());
        assertEquals(List.of(conflict), model.rows().get(1).conflicts());
        assertEquals(List.of(conflict), model.rows().get(2).conflicts());
        assertEquals(Optional.of(RuleConflict.Settled.BY_ORDER), conflict.settled(model.program()));
        model.selectedProperty().set("thanks");
        model.moveBy(-1);
        assertEquals(
                List.of(new RuleConflict(new RuleId("thanks"), new RuleId("welcome"), 200)),
                model.rows().get(2).conflicts());
    }

    @Test
    void movingTheShadowedRuleUpMakesItWin() {
        model.selectedProperty().set("thanks");
        model.moveBy(-1);
        assertEquals(List.of("tents", "thanks", "welcome"), order());
        assertEquals(List.of(), codes("thanks"));
        assertEquals(1300, model.rows().get(2).reach().orElseThrow().won());
        model.history().undo();
        assertEquals(List.of("rules.shadowed"), codes("thanks"));
    }

    @Test
    void movesBeyondTheEndsStayAtTheEnds() {
        model.move(new RuleId("thanks"), -5);
        assertEquals(List.of("thanks", "tents", "welcome"), order());
        model.move(new RuleId("thanks"), 99);
        assertEquals(List.of("tents", "welcome", "thanks"), order());
    }

    @Test
    void everySaveIsAVersionAndSavingNothingIsNone() {
        model.save();
        assertEquals(1, desk.service.versions().size());
        model.move(new RuleId("thanks"), 1);
        assertEquals("Saving\u2026", model.saving().stateProperty().get());
        model.save();
        assertEquals(2, desk.service.newest().orElseThrow().version());
        assertEquals(
                "All changes saved \u00b7 version 2 \u00b7 3 rules are undocumented",
                model.saving().stateProperty().get());
    }

    @Test
    void failedSaveIsToldAndNothingIsLost() {
        desk.store.breakDown();
        model.move(new RuleId("thanks"), 1);
        model.save();
        assertEquals("Not saved", model.saving().stateProperty().get());
        assertEquals(
                List.of("store.full"),
                model.problems().stream().map(Problem::code).toList());
        assertEquals(List.of("thanks", "tents", "welcome"), order());
    }

    @Test
    void restoringIsAStepThatCanBeUndone() {
        model.delete();
        model.save();
        model.restore(model.versions().getLast());
        assertEquals(List.of("tents", "welcome", "thanks"), order());
        model.history().undo();
        assertEquals(List.of("welcome", "thanks"), order());
    }

    @Test
    void newRuleIsADraftWithAnIdOfItsOwn() {
        model.add();
        model.add();
        Rule rule = model.selectedRule().orElseThrow();
        assertEquals("rule-2", rule.id().value());
        assertEquals(Rule.Status.DRAFT, rule.status());
        assertEquals(5, model.rules().size());
    }

    @Test
    void duplicateStandsBelowItsOriginal() {
        model.selectedProperty().set("tents");
        model.duplicate();
        assertEquals(List.of("tents", "rule-1", "welcome", "thanks"), order());
        assertEquals(
                "Copy of Push tents to frequent buyers",
                model.selectedRule().orElseThrow().name());
    }

    @Test
    void ruleThatCannotWorkIsNotActivated() {
        model.add();
        model.change("x", rule -> rule.withTreatment(new Treatment.Recommend("als")));
        model.setStatus(Rule.Status.ACTIVE);
        assertEquals(Rule.Status.DRAFT, model.selectedRule().orElseThrow().status());
        assertEquals(
                List.of("rules.model-not-trained"),
                model.problems().stream().map(Problem::code).toList());
        model.change("x", rule -> rule.withTreatment(new Treatment.Recommend("item-knn")));
        model.setStatus(Rule.Status.ACTIVE);
        assertEquals(Rule.Status.ACTIVE, model.selectedRule().orElseThrow().status());
        assertTrue(model.problems().isEmpty());
    }

    @Test
    void pausingAndActivatingToggle() {
        model.selectedProperty().set("welcome");
        model.togglePaused();
        assertEquals(List.of(), codes("thanks"));
        model.togglePaused();
        assertEquals(List.of("rules.shadowed"), codes("thanks"));
    }

    @Test
    void typingIsOneStep() {
        model.selectedProperty().set("tents");
        model.typed("Rename rule", rule -> rule.withName("T"));
        model.typed("Rename rule", rule -> rule.withName("Te"));
        model.history().undo();
        assertEquals(
                "Push tents to frequent buyers",
                model.selectedRule().orElseThrow().name());
    }

    @Test
    void reloadingKeepsUnsavedChanges() {
        model.move(new RuleId("thanks"), 1);
        model.load();
        assertEquals(List.of("thanks", "tents", "welcome"), order());
    }

    @Test
    void withoutSegmentsNothingIsAdded() {
        RulesViewModel alone = loaded(new Desk(RuleBasis.empty()));
        alone.add();
        assertTrue(alone.rows().isEmpty());
        assertFalse(alone.selectedRule().isPresent());
    }

    @Test
    void everyKindOfTreatmentStartsSensibly() {
        for (Treatments kind : Treatments.values()) {
            Treatment start = kind.start(Rulebook.pin("3", 2), Desk.basis());
            assertEquals(kind, Treatments.of(start));
            Rule rule = Rulebook.ruleFor("r", "everybody", start);
            assertEquals(List.of(), app.attune.rules.RuleCheck.broken(rule, Desk.basis()));
        }
    }

    @Test
    void aRetiredRuleIsOnlyMadeADraft() {
        model.selectedProperty().set("welcome");
        model.setStatus(Rule.Status.RETIRED);
        model.setStatus(Rule.Status.ACTIVE);
        assertEquals(Rule.Status.RETIRED, model.selectedRule().orElseThrow().status());
        assertEquals("rules.status-change", model.problems().getFirst().code());
        model.setStatus(Rule.Status.DRAFT);
        assertEquals(Rule.Status.DRAFT, model.selectedRule().orElseThrow().status());
    }

    @Test
    void undocumentedRulesAreCounted() {
        model.save();
        assertEquals(
                "All changes saved \u00b7 version 1 \u00b7 3 rules are undocumented",
                model.saving().stateProperty().get());
    }

    @Test
    void heldOutUsersAreCountedAndTheSwitchesAreStepsToUndo() {
        model.changePolicy("x", policy -> policy.withHoldout(new Holdout(20, "")));
        int heldOut = model.heldOutProperty().get();
        assertTrue(heldOut > 200 && heldOut < 400, "held out " + heldOut);
        assertTrue(model.rows().getFirst().reach().orElseThrow().heldOut() > 0);
        model.save();
        assertEquals(20, desk.service.program().policy().holdout().percent());
        model.history().undo();
        assertEquals(0, model.heldOutProperty().get());
        assertEquals(0, model.rows().getFirst().reach().orElseThrow().heldOut());
    }
}
