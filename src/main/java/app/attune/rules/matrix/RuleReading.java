package app.attune.rules.matrix;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Consents;
import app.attune.rules.ContextCondition;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/// Reads whom rules match, as formulas and as users; the one place that knows of what a rule asks.
final class RuleReading {
    private static final int CHECKED_AT_ONCE = 4096;

    private final MatrixBasis basis;
    private final Formulas formulas;
    private final SegmentReferences references;
    private final List<Ruled> read = new ArrayList<>();
    private final Map<RuleId, RoaringBitmap> users = new LinkedHashMap<>();
    private final Map<Rule, Problem> problems = new LinkedHashMap<>();

    /// Cost: for a rule with a rollout each user of its segment once.
    RuleReading(RuleProgram program, MatrixBasis basis, Formulas formulas, Progress progress) {
        List<Rule> rules = program.acting();
        this.basis = basis;
        this.formulas = formulas;
        this.references = SegmentReferences.of(basis.rules().segments());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            try {
                read.add(ruled(rule, i + 1));
                users.put(rule.id(), users(rule, progress));
            } catch (ProblemException e) {
                problems.put(rule, e.problem());
            }
        }
    }

    private Formula people(Rule rule) {
        Condition written = basis.rules()
                .segment(rule.segment())
                .orElseThrow(() -> ProblemException.of(
                        "rules.unknown-segment",
                        "The segment " + rule.segment() + " does not exist or was deleted.",
                        "Choose another segment for the rule, or delete the rule."))
                .condition();
        Condition condition = references.resolve(written);
        ConditionCheck.require(condition, basis.population());
        Rollout rollout = rule.limits().rollout();
        return rollout.isEverybody()
                ? formulas.of(condition)
                : formulas.of(new AllOf(
                        List.of(condition, new BucketCondition(rollout.saltOf(rule.id()), 0, rollout.percent()))));
    }

    private Ruled ruled(Rule rule, int place) {
        RuleLimits limits = rule.limits();
        Formula people = people(rule);
        Formula context = context(limits.context());
        Formula runs = limits.schedule().isAlways()
                ? formulas.everybody()
                : formulas.of(new RequestRow.Runs(limits.schedule()));
        Formula requests = formulas.all(context, runs);
        Formula now = isRunning(rule) ? context : formulas.nobody();
        Formula both = formulas.all(people, requests);
        Formula acts = limits.cap().isEmpty()
                ? both
                : formulas.all(both, formulas.not(formulas.of(new RequestRow.Capped(rule))));
        return new Ruled(rule, place, new Ruled.Asks(people, requests, now, both), acts);
    }

    private boolean isRunning(Rule rule) {
        return rule.limits().schedule().isRunning(basis.rules().at());
    }

    private Formula context(ContextCondition context) {
        List<Formula> parts = new ArrayList<>();
        if (!context.placements().isEmpty()) {
            parts.add(formulas.of(new RequestRow.Placed(context.placements())));
        }
        if (!context.devices().isEmpty()) {
            parts.add(formulas.of(new RequestRow.OnDevice(context.devices())));
        }
        context.contains().ifPresent(items -> parts.add(formulas.of(new RequestRow.InBasket(items))));
        context.total().ifPresent(total -> parts.add(formulas.of(new RequestRow.AtLeast(total))));
        return formulas.all(parts);
    }

    /// What a request of a real user gives, and its time where a statement asks for it.
    List<Witness.Fact> facts(Formula statement, Witness request) {
        List<Witness.Fact> facts = new ArrayList<>(request.facts());
        if (asksForTime(statement, new HashSet<>())) {
            facts.add(WitnessWords.time(basis.rules().at()));
        }
        return facts;
    }

    private static boolean asksForTime(Formula formula, Set<Integer> seen) {
        return seen.add(formula.id())
                && (formula.row().filter(RequestRow.Runs.class::isInstance).isPresent()
                        || formula.parts().stream().anyMatch(part -> asksForTime(part, seen)));
    }

    /// In the order in which they act.
    List<Ruled> read() {
        return read;
    }

    /// Why rules could not be read.
    Map<Rule, Problem> problems() {
        return problems;
    }

    private RoaringBitmap users(Rule rule, Progress progress) {
        RoaringBitmap audience = isRunning(rule) ? basis.rules().audience(rule.segment()) : new RoaringBitmap();
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

    /// The users a rule matches now, in some request.
    RoaringBitmap users(Ruled ruled) {
        return users.getOrDefault(ruled.rule().id(), new RoaringBitmap());
    }

    /// The users each rule that could be read matches now, in some request.
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
