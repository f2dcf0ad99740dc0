package app.attune.rules.matrix;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.rules.Rule;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCheck;
import app.attune.segments.SegmentReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Reads whom rules match, as formulas and as users; the one place that knows of what a rule asks.
final class RuleReading {
    private final MatrixBasis basis;
    private final Formulas formulas;
    private final SegmentReferences references;
    private final List<Ruled> read = new ArrayList<>();
    private final Map<Rule, Problem> problems = new LinkedHashMap<>();

    RuleReading(List<Rule> rules, MatrixBasis basis, Formulas formulas) {
        this.basis = basis;
        this.formulas = formulas;
        this.references = SegmentReferences.of(basis.rules().segments());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            try {
                read.add(new Ruled(rule, i + 1, matches(rule)));
            } catch (ProblemException e) {
                problems.put(rule, e.problem());
            }
        }
    }

    private Formula matches(Rule rule) {
        Condition written = basis.rules()
                .segment(rule.segment())
                .orElseThrow(() -> ProblemException.of(
                        "rules.unknown-segment",
                        "The segment " + rule.segment() + " does not exist or was deleted.",
                        "Choose another segment for the rule, or delete the rule."))
                .condition();
        Condition condition = references.resolve(written);
        ConditionCheck.require(condition, basis.population());
        return formulas.of(condition);
    }

    /// In order.
    List<Ruled> read() {
        return read;
    }

    /// Why rules could not be read.
    Map<Rule, Problem> problems() {
        return problems;
    }

    /// The users a rule matches now.
    RoaringBitmap users(Ruled ruled) {
        return basis.rules().audience(ruled.rule().segment());
    }

    /// The users there are.
    RoaringBitmap everybody() {
        return basis.rules().users();
    }

    String id(int userIdx) {
        return basis.id(userIdx);
    }
}
