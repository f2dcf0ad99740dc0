package app.attune.rules.replay;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.rules.Candidate;
import app.attune.rules.FrequencyCap;
import app.attune.rules.ItemAttributes;
import app.attune.rules.ModelWords;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleCase;
import app.attune.rules.RuleEngine;
import app.attune.rules.RuleId;
import app.attune.rules.RuleOutcome;
import app.attune.rules.RulePlan;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.rules.Shown;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What one rule set does, decided once for each case that can differ to it: the segments a user is in, the rollouts,
/// the holdout, the schedules that run, and the caps that are reached. Thread-safe.
final class Outcomes {
    /// @param members positions among the segments
    /// @param limits  positions of the rules with a schedule that run now, then of those with a rollout that has the
    ///                user, then the holdout, then of those with a cap that is reached, then of those that the request
    ///                is for where requests differ
    private record Case(BitSet members, BitSet limits, Personalisation personalisation) {}

    /// The kind that is asked where no other has anything.
    private static final String LAST_MODEL = "popularity";

    private final RuleProgram program;
    private final List<Rule> rules;
    private final Setting setting;
    private final int[] scheduled;
    private final int[] rolledOut;
    private final int[] capped;
    private final int[] asking;
    private final Map<Case, Outcome> known = new ConcurrentHashMap<>();

    /// What every decision shares.
    ///
    /// @param segments that the rules are for
    /// @param triggers     positions, after those, of the segments' triggers: whether they have an item
    /// @param items        one for each way in which items differ to the rules compared
    /// @param defaultModel the kind that is asked where no rule names one
    record Setting(
            List<SegmentId> segments,
            Map<SegmentId, Integer> triggers,
            List<Candidate> items,
            ItemAttributes attributes,
            RequestContext context,
            String defaultModel) {}

    Outcomes(RuleProgram program, Setting setting) {
        this.program = program;
        this.rules = program.rules();
        this.setting = setting;
        scheduled = active(rule -> !rule.limits().schedule().isAlways());
        rolledOut = active(rule -> !rule.limits().rollout().isEverybody());
        capped = active(rule -> rule.limits().cap().isPresent());
        asking = active(rule -> !rule.limits().context().isAny());
    }

    private int[] active(Predicate<Rule> which) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).isActive() && which.test(rules.get(i)))
                .toArray();
    }

    /// Whether all rules but Exclude are off.
    boolean isSwitchedOff() {
        return program.policy().isSwitchedOff();
    }

    List<Rule> rules() {
        return rules;
    }

    /// Whether a rule that acts asks when visits began.
    boolean readsVisits() {
        return Arrays.stream(capped)
                .mapToObj(rules::get)
                .flatMap(rule -> rule.limits().cap().stream())
                .anyMatch(cap -> cap.per() instanceof FrequencyCap.Visit);
    }

    /// The active rules with a cap.
    List<Rule> capped() {
        return Arrays.stream(capped).mapToObj(rules::get).toList();
    }

    /// Of a user of whom nothing is decided yet.
    Memory memory() {
        return new Memory(rules, capped);
    }

    /// Which rollouts a user is in, and the holdout: to be found once for all decisions on the user.
    BitSet groups(UserId user) {
        BitSet groups = new BitSet(2 * rules.size() + 1);
        for (int i : rolledOut) {
            Rule rule = rules.get(i);
            groups.set(rules.size() + i, rule.limits().rollout().has(rule.id(), user));
        }
        groups.set(2 * rules.size(), program.policy().holdout().has(user));
        return groups;
    }

    /// @param members positions of the segments the user is in; not to be written afterwards
    /// @param groups  as [#groups] gives them
    /// @param memory  of the user; what fires is added to it
    Outcome of(UserMoment moment, BitSet members, BitSet groups, Memory memory) {
        BitSet limits = (BitSet) groups.clone();
        for (int i : scheduled) {
            limits.set(i, rules.get(i).limits().schedule().isRunning(moment.at()));
        }
        memory.mark(limits, 2 * rules.size() + 1, moment);
        moment.request().ifPresent(request -> mark(limits, 3 * rules.size() + 1, request));
        Outcome outcome = known.computeIfAbsent(
                new Case(members, limits, moment.personalisation()),
                asked -> decide(asked.members(), moment, memory.shown(moment)));
        memory.add(outcome.traces(), moment.at());
        return outcome;
    }

    private void mark(BitSet bits, int from, RequestContext request) {
        for (int i : asking) {
            bits.set(from + i, rules.get(i).limits().context().holds(request, setting.attributes()));
        }
    }

    /// A user at a time.
    ///
    /// @param visitStart when the visit began; empty where no rule asks for it or it is not known
    /// @param request    at this time; empty where all are alike
    record UserMoment(
            UserId user,
            Personalisation personalisation,
            Instant at,
            Optional<Instant> visitStart,
            Optional<RequestContext> request) {}

    private Outcome decide(BitSet members, UserMoment moment, Shown shown) {
        List<Candidate> items = setting.items();
        Set<SegmentId> memberOf = members.stream()
                .filter(position -> position < setting.segments().size())
                .mapToObj(setting.segments()::get)
                .collect(Collectors.toSet());
        RuleCase asked = new RuleCase(
                moment.user(),
                memberOf,
                moment.personalisation(),
                moment.at(),
                moment.request().orElseGet(setting::context).with(shown));
        RulePlan planned = RuleEngine.plan(program, asked, setting.attributes()).withoutLimits();
        RulePlan plan = lacksSeed(planned, members) ? planned.asked(List.of()) : planned;
        RuleOutcome outcome =
                RuleEngine.apply(plan, items, setting.attributes(), Math.max(1, items.size() + rules.size()));
        return new Outcome(outcome.traces(), effect(plan, outcome, models(plan, members)));
    }

    /// Whether a list is to start from the item of a trigger and there is none.
    private boolean lacksSeed(RulePlan plan, BitSet members) {
        return plan.seedOf()
                .map(setting.triggers()::get)
                .filter(position -> !members.get(position))
                .isPresent();
    }

    /// Where rules want items, and not where these come to stand: the list has but a few representative items.
    private static Map<Integer, ItemId> pins(RulePlan plan, RuleOutcome outcome) {
        Set<RuleId> fired = outcome.traces().stream()
                .filter(trace -> trace.verdict() == RuleTrace.Verdict.FIRED)
                .map(RuleTrace::rule)
                .collect(Collectors.toSet());
        Map<Integer, ItemId> pins = new HashMap<>();
        for (Rule rule : plan.rules()) {
            if (fired.contains(rule.id()) && rule.treatment() instanceof Treatment.Pin pin) {
                pins.put(pin.place(), pin.item());
            }
        }
        return pins;
    }

    private Effect effect(RulePlan plan, RuleOutcome outcome, List<String> models) {
        Map<ItemId, Double> factors = new HashMap<>();
        outcome.items().stream()
                .filter(item -> item.scoredBy().isPresent())
                .forEach(item -> factors.put(item.item(), item.factor()));
        List<Treatment.Offer> offers = plan.offers().stream()
                .map(Rule::treatment)
                .flatMap(Outcomes::offer)
                .toList();
        return new Effect(
                models,
                offers.stream().map(Treatment.Offer::code).toList(),
                offers.stream().map(Treatment.Offer::text).toList(),
                pins(plan, outcome),
                factors,
                outcome.excluded().keySet());
    }

    private List<String> models(RulePlan plan, BitSet members) {
        Stream<String> named = lacksSeed(plan, members)
                ? Stream.empty()
                : plan.models().stream().map(kind -> plan.seedOf().isPresent() ? ModelWords.seeded(kind) : kind);
        return Stream.concat(named, Stream.of(setting.defaultModel(), LAST_MODEL))
                .distinct()
                .toList();
    }

    private static Stream<Treatment.Offer> offer(Treatment treatment) {
        return treatment instanceof Treatment.Offer offer ? Stream.of(offer) : Stream.empty();
    }
}
