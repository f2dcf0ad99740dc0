package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.matrix.Ledger.Case;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Makes the decision matrix of rules.
public final class MatrixMaker {
    private MatrixMaker() {}

    /// The same for rules that act in their order.
    public static DecisionMatrix of(List<Rule> rules, MatrixBasis basis, Progress progress) {
        return of(RuleProgram.of(rules), basis, progress);
    }

    /// Of the policy, only how rules act is regarded: nobody is held out, nothing switched off.
    ///
    /// Cost: every two rules once; where no user of the population settles a claim, a search.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static DecisionMatrix of(RuleProgram program, MatrixBasis basis, Progress progress) {
        Formulas formulas = new Formulas();
        RuleReading reading = new RuleReading(program, basis, formulas, progress);
        Prover prover = new Prover(
                Schema.of(basis.population(), basis.asOf()),
                new RequestCells(basis.rules().catalogue(), basis.rules().at()));
        Ledger ledger = new Ledger(prover, reading, progress);
        List<PairVerdict> pairs = pairs(reading, formulas, ledger, progress);
        DecisionMatrix relations = new DecisionMatrix(
                new DecisionMatrix.Ground(program, basis.rules().at(), reading.users()), pairs, List.of());
        List<MatrixFinding> findings = new MatrixFinder(
                        relations, basis, reading, new MatrixFinder.Context(formulas, progress))
                .findings(ledger, progress);
        return relations.with(findings);
    }

    private static List<PairVerdict> pairs(RuleReading reading, Formulas formulas, Ledger ledger, Progress progress) {
        List<Ruled> rules = reading.read();
        List<PairVerdict> pairs = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            progress.report("Comparing rules two by two", i, rules.size());
            for (int j = i + 1; j < rules.size(); j++) {
                pairs.add(pair(rules.get(i), rules.get(j), reading, new Asking(formulas, ledger)));
            }
        }
        return pairs;
    }

    private record Asking(Formulas formulas, Ledger ledger) {}

    private static PairVerdict pair(Ruled one, Ruled other, RuleReading reading, Asking asking) {
        RoaringBitmap ones = reading.users(one);
        RoaringBitmap others = reading.users(other);
        Formulas formulas = asking.formulas();
        Ledger ledger = asking.ledger();
        Formula both = formulas.all(one.matches(), other.matches());
        List<Case> met = List.of(new Case(RoaringBitmap.and(ones, others), formulas.all(one.now(), other.now())));
        return new PairVerdict(
                one.rule().id(),
                other.rule().id(),
                ledger.claim(both, met),
                alone(one, other, reading, asking),
                alone(other, one, reading, asking));
    }

    /// Users of one rule whom the other does not match: not at all, or not in all requests of the one.
    private static Claim alone(Ruled one, Ruled other, RuleReading reading, Asking asking) {
        Formulas formulas = asking.formulas();
        RoaringBitmap ones = reading.users(one);
        Case whoever = new Case(RoaringBitmap.andNot(ones, reading.users(other)), one.now());
        Case elsewhere = new Case(ones, formulas.all(one.now(), formulas.not(other.now())));
        return asking.ledger()
                .claim(formulas.all(one.matches(), formulas.not(other.matches())), List.of(whoever, elsewhere));
    }
}
