package app.attune.rules.matrix;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Consents;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.segments.AllOf;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCheck;
import app.attune.segments.ConsentCondition;
import app.attune.segments.SegmentReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/// Reads whom rules match, as formulas and as users; the one place that knows of what a rule asks.
final class RuleReading {
    private static final int CHECKED_AT_ONCE = 4096;

    private final HitPolicy policy;
    private final MatrixBasis basis;
    private final Formulas formulas;
    private final SegmentReferences references;
    private final List<Ruled> read = new ArrayList<>();
    private final Map<RuleId, RoaringBitmap> users = new LinkedHashMap<>();
    private final Map<Rule, Problem> problems = new LinkedHashMap<>();

    /// Cost: for a rule with a rollout each user of its segment once.
    RuleReading(RuleProgram program, MatrixBasis basis, Formulas formulas, Progress progress) {
        List<Rule> rules = program.acting();
        this.policy = program.policy().hitPolicy();
        this.basis = basis;
        this.formulas = formulas;
        this.references = SegmentReferences.of(basis.rules().segments());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            try {
                read.add(new Ruled(rule, i + 1, matches(rule)));
                users.put(rule.id(), users(rule, progress));
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
        RuleLimits limits = rule.limits();
        if (isLimited(limits)) {
            throw ProblemException.of(
                    "rules.matrix-limits",
                    MatrixWords.limited(rule, policy),
                    "Look at who it reaches in the list of rules, or at its winners in a replay.");
        }
        return limits.rollout().isEverybody()
                ? formulas.of(condition)
                : formulas.of(new AllOf(List.of(
                        condition,
                        new BucketCondition(
                                limits.rollout().saltOf(rule.id()),
                                0,
                                limits.rollout().percent()))));
    }

    private static boolean isLimited(RuleLimits limits) {
        return !limits.schedule().isAlways()
                || !limits.context().isAny()
                || limits.cap().isPresent();
    }

    /// In the order in which they act.
    List<Ruled> read() {
        return read;
    }

    /// Why rules could not be read.
    Map<Rule, Problem> problems() {
        return problems;
    }

    /// Whether an active rule that could not be read may change what rules of a kind come to. Rules about items act on
    /// one another whatever their kind; where only the first rule acts, all do that are no Exclude.
    boolean isUncertain(RuleKind kind) {
        return problems.keySet().stream()
                .filter(rule -> rule.isActive() && isLimited(rule.limits()))
                .map(RuleKind::of)
                .anyMatch(unread -> unread == kind
                        || (!unread.isExclusive() && !kind.isExclusive())
                        || (policy == HitPolicy.FIRST && unread != RuleKind.EXCLUDE));
    }

    private RoaringBitmap users(Rule rule, Progress progress) {
        RoaringBitmap audience = basis.rules().audience(rule.segment());
        Rollout rollout = rule.limits().rollout();
        if (rollout.isEverybody()) {
            return audience;
        }
        RoaringBitmap has = new RoaringBitmap();
        int looked = 0;
        for (PeekableIntIterator each = audience.getIntIterator(); each.hasNext(); looked++) {
            if (looked % CHECKED_AT_ONCE == 0) {
                progress.checkpoint();
            }
            int userIdx = each.next();
            if (rollout.has(rule.id(), new UserId(id(userIdx)))) {
                has.add(userIdx);
            }
        }
        return has;
    }

    /// The users a rule matches now.
    RoaringBitmap users(Ruled ruled) {
        return users.getOrDefault(ruled.rule().id(), new RoaringBitmap());
    }

    /// The users each rule that could be read matches now.
    Map<RuleId, RoaringBitmap> users() {
        return users;
    }

    /// That a user may be personalised.
    Formula agreed() {
        return formulas.of(new ConsentCondition(Consents.PERSONALISATION, ConsentCondition.Consented.GRANTED));
    }

    /// The users who may not.
    RoaringBitmap refusing() {
        return basis.rules().refusing();
    }

    /// The users there are.
    RoaringBitmap everybody() {
        return basis.rules().users();
    }

    String id(int userIdx) {
        return basis.id(userIdx);
    }
}
