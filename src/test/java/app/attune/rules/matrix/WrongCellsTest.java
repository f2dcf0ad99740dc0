package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.SegmentEvaluator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

/// Shows that holding the prover against everybody there can be finds wrong cells: each of these mistakes proves
/// somebody away.
class WrongCellsTest {
    private static final int RULE_SETS = 1_000;

    /// Cells that a mistake leaves out.
    enum Mistake {
        MISSING_FORGOTTEN(cell -> cell instanceof Cell.Missing),
        NAMED_NUMBERS_FORGOTTEN(cell -> cell instanceof Cell.Numbers number && number.low() == number.high()),
        NUMBERS_BETWEEN_FORGOTTEN(
                cell -> cell instanceof Cell.Numbers number && number.low() > -1e9 && number.low() < number.high()),
        NUMBERS_BELOW_FORGOTTEN(cell -> cell instanceof Cell.Numbers number && number.low() < -1e9),
        NUMBERS_ABOVE_FORGOTTEN(cell -> cell instanceof Cell.Numbers number && number.high() > 1e9),
        NAMED_DATES_FORGOTTEN(cell -> cell instanceof Cell.Date date && date.millis() == Grid.DAY_ONE),
        EARLIER_DATES_FORGOTTEN(cell -> cell instanceof Cell.Date date && date.millis() < Grid.DAY_ONE),
        LATER_DATES_FORGOTTEN(cell -> cell instanceof Cell.Date date && date.millis() > Grid.DAY_ONE),
        NAMED_TEXTS_FORGOTTEN(
                cell -> cell instanceof Cell.Text text && text.text().equals("ab")),
        OTHER_TEXTS_FORGOTTEN(
                cell -> cell instanceof Cell.Text text && text.text().contains(" ")),
        REFUSALS_FORGOTTEN(
                cell -> cell instanceof Cell.Text text && !text.text().equals("GRANTED")),
        NAMED_USERS_FORGOTTEN(cell -> cell instanceof Cell.Named),
        OTHER_USERS_FORGOTTEN(cell -> cell instanceof Cell.SomebodyElse),
        FIRST_BUCKET_FORGOTTEN(cell -> cell instanceof Cell.Numbers number && number.low() == 0 && number.high() >= 25);

        @SuppressWarnings("ImmutableEnumChecker") // Each is a pure function.
        private final Predicate<Cell> forgotten;

        Mistake(Predicate<Cell> forgotten) {
            this.forgotten = forgotten;
        }

        CellCut of(CellCut right) {
            return (subject, rows) -> right.of(subject, rows)
                    .map(cells -> cells.stream().filter(forgotten.negate()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeIsFound(Mistake mistake) {
        Population population = Grid.population();
        Schema schema = Schema.of(population, Grid.AS_OF);
        Prover wrong = new Prover(new Prover.Domain(schema, mistake.of(new Cells(schema))));
        SegmentEvaluator evaluator = new SegmentEvaluator();
        for (int seed = 0; seed < RULE_SETS; seed++) {
            Formulas formulas = new Formulas();
            List<Condition> conditions = List.copyOf(
                    new RandomRuleSets(new SplittableRandom(seed)).next().values());
            for (Condition condition : conditions) {
                Proof proof = wrong.prove(formulas.of(condition), Progress.none());
                RoaringBitmap users = evaluator.members(condition, population, Grid.AS_OF, Progress.none());
                if (proof.isNobody() && !users.isEmpty()) {
                    return;
                }
            }
        }
        assertThat(Optional.of(mistake)).as("never found").isEmpty();
    }
}
