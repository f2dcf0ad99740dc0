package app.attune.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.UserId;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.MatrixFinding;
import app.attune.rules.matrix.PairVerdict;
import app.attune.rules.matrix.Resolution;
import app.attune.ui.Tasks;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixViewModelTest {
    private static final RuleId TENTS = new RuleId("tents");
    private static final RuleId WELCOME = new RuleId("welcome");
    private static final RuleId THANKS = new RuleId("thanks");
    private final RulesContext context = new Desk(Desk.tents(), Desk.welcome(), Desk.thanks()).context(Tasks.direct());
    private final RulesViewModel rules = new RulesViewModel(context);
    private final MatrixViewModel matrix = new MatrixViewModel(context, rules);

    private void open() {
        rules.load();
        matrix.openProperty().set(true);
    }

    private Optional<MatrixFinding> shadowed() {
        return matrix.matrixProperty().get().findings().stream()
                .filter(finding -> finding.type() == MatrixFinding.Type.SHADOWED)
                .findFirst();
    }

    @Test
    void theMatrixIsMadeWhenItIsOpened() {
        rules.load();
        assertThat(matrix.matrixProperty().get().pairs()).isEmpty();
        matrix.openProperty().set(true);
        assertThat(matrix.matrixProperty().get().pairs()).hasSize(3);
        assertThat(matrix.staleProperty().get()).isFalse();
        assertThat(matrix.workProperty().get()).isEmpty();
    }

    @Test
    void dataReadAgainIsComparedAgain() {
        open();
        var before = matrix.matrixProperty().get();
        rules.basisProperty().set(RuleBasis.empty());
        assertThat(matrix.matrixProperty().get()).isNotSameAs(before);
    }

    @Test
    void aChosenCellTellsItsPairAndItsUsers() {
        open();
        matrix.chosenProperty().set(Optional.of(new MatrixViewModel.Cell(THANKS, WELCOME)));
        PairVerdict pair = matrix.pair().orElseThrow();
        assertThat(pair.first()).isEqualTo(THANKS);
        assertThat(pair.inData()).isEqualTo(PairVerdict.Relation.CONTAINED_IN);
        assertThat(pair.both().users()).isEqualTo(200);
        assertThat(matrix.sample(pair)).hasSize(20).startsWith("user100");
        matrix.chosenProperty().set(Optional.of(new MatrixViewModel.Cell(THANKS, THANKS)));
        assertThat(matrix.pair()).isEmpty();
    }

    @Test
    void theUsersShownAreThoseOfTheRollout() {
        Rule few = Desk.thanks().withLimits(Desk.thanks().limits().withRollout(new Rollout(5, "")));
        RulesContext limited = new Desk(Desk.welcome(), few).context(Tasks.direct());
        RulesViewModel limitedRules = new RulesViewModel(limited);
        MatrixViewModel model = new MatrixViewModel(limited, limitedRules);
        limitedRules.load();
        model.openProperty().set(true);
        PairVerdict pair = model.matrixProperty().get().pair(THANKS, WELCOME).orElseThrow();
        assertThat(pair.both().users()).isBetween(1, 19);
        assertThat(model.sample(pair))
                .hasSize(pair.both().users())
                .allMatch(user -> few.limits().rollout().has(THANKS, new UserId(user)));
    }

    @Test
    void aChangeOfTheRulesMakesItStale() {
        open();
        rules.moveBy(1);
        assertThat(matrix.staleProperty().get()).isTrue();
        rules.history().undo();
        assertThat(matrix.staleProperty().get()).isFalse();
    }

    @Test
    void aShadowedRuleIsSettledInOneStepThatCanBeUndone() {
        open();
        MatrixFinding finding = shadowed().orElseThrow();
        assertThat(finding.rules()).containsExactly(THANKS, WELCOME);
        Resolution move = finding.resolutions().getFirst();
        assertThat(move).isEqualTo(new Resolution.MoveAbove(THANKS, WELCOME));
        matrix.settle(move);
        assertThat(rules.rules()).extracting(Rule::id).containsExactly(TENTS, THANKS, WELCOME);
        assertThat(matrix.staleProperty().get()).isFalse();
        rules.history().undo();
        assertThat(rules.rules()).extracting(Rule::id).containsExactly(TENTS, WELCOME, THANKS);
    }

    @Test
    void aRuleIsPausedAndThenNoLongerFound() {
        open();
        matrix.settle(new Resolution.Pause(THANKS));
        assertThat(rules.rules().getLast().status()).isEqualTo(Rule.Status.PAUSED);
        assertThat(shadowed()).isEmpty();
        assertThat(matrix.canSettle(new Resolution.Pause(new RuleId("gone")))).isFalse();
    }
}
