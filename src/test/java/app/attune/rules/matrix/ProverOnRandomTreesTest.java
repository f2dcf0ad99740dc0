package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentEvaluator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Holds the prover against the evaluator of segments: random conditions of every kind of row, related ones above all,
/// over hostile populations.
class ProverOnRandomTreesTest {
    private static final int ROUNDS = 600;

    private int nobody;
    private int somebody;
    private int open;

    @Test
    void whomItProvesNotToBeThereIsNeverThere() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            round(seed);
        }
        System.out.printf(
                "%d statements: %d nobody, %d somebody, %d open%n", nobody + somebody + open, nobody, somebody, open);
        assertThat(nobody).isGreaterThan(ROUNDS / 2);
        assertThat(somebody).isGreaterThan(ROUNDS);
    }

    private void round(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Population population = new RandomPopulations(random).next();
        RandomTrees trees = new RandomTrees(random);
        Condition one = trees.next();
        Condition other = trees.next();
        SegmentEvaluator evaluator = new SegmentEvaluator();
        RoaringBitmap ones = evaluator.members(one, population, RandomPopulations.AS_OF, Progress.none());
        RoaringBitmap others = evaluator.members(other, population, RandomPopulations.AS_OF, Progress.none());
        Formulas formulas = new Formulas();
        Formula a = formulas.of(one);
        Formula b = formulas.of(other);
        Prover prover = new Prover(Schema.of(population, RandomPopulations.AS_OF));
        String words = "seed " + seed + ": " + one + " and " + other;
        check(prover.prove(formulas.all(a, b), Progress.none()), RoaringBitmap.and(ones, others), words);
        check(
                prover.prove(formulas.all(a, formulas.not(b)), Progress.none()),
                RoaringBitmap.andNot(ones, others),
                words);
        check(
                prover.prove(formulas.all(b, formulas.not(a)), Progress.none()),
                RoaringBitmap.andNot(others, ones),
                words);
    }

    private void check(Proof proof, RoaringBitmap users, String words) {
        switch (proof) {
            case Proof.Nobody nothing -> {
                nobody++;
                assertThat(users.isEmpty()).as(words).isTrue();
            }
            case Proof.Somebody found -> somebody++;
            case Proof.Open unknown -> open++;
        }
    }
}
