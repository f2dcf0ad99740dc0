package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.core.Require;
import app.attune.core.UserId;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.Candidate;
import app.attune.rules.ListAccount;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleEngine;
import app.attune.rules.RuleOutcome;
import app.attune.rules.RulePlan;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuledItem;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// Decides for one user after the other on one setup; who is in which segment is known beforehand. Immutable.
///
/// 1. A user who has not agreed to personalisation, or takes it back, gets popularity, asked without history, and of
/// all rules only
///    Exclude: reason DISABLED.
/// 2. Otherwise the chain is: the models of the winning Recommend rule in its order, the default model, popularity.
///    Each is asked for all items it can score, from the user's history before the as-of time; the first that has any
///    gives the candidates. A Recommend whose models had none has LOST (NO_CANDIDATES). One that starts from the item
/// of
///    its trigger asks its models from that item alone.
/// 3. A user who is held out, or for whom rules are switched off, is decided on as if there were no rules but Exclude.
/// 4. [RuleEngine#apply] makes the list.
public final class DecisionDesk {
    private final DecisionSetup setup;
    private final Map<SegmentId, RoaringBitmap> members;
    private final FrameCatalogue catalogue;
    private final DecidedItems items;
    private final List<Problem> problems;
    private final Map<SegmentId, TriggerItem> triggers;

    /// @param members the members of each segment of the setup at its as-of time
    public DecisionDesk(DecisionSetup setup, Map<SegmentId, RoaringBitmap> members) {
        this(setup, members, List.of());
    }

    /// @param problems why a segment has no members or a model is missing
    public DecisionDesk(DecisionSetup setup, Map<SegmentId, RoaringBitmap> members, List<Problem> problems) {
        this(setup, members, problems, new FrameCatalogue(setup.population().events()));
    }

    private DecisionDesk(
            DecisionSetup setup,
            Map<SegmentId, RoaringBitmap> members,
            List<Problem> problems,
            FrameCatalogue catalogue) {
        this.setup = setup;
        this.problems = List.copyOf(problems);
        this.members = new TreeMap<>(Comparator.comparing(SegmentId::value));
        this.members.putAll(members);
        this.catalogue = catalogue;
        this.triggers = triggers(setup);
        this.items = new DecidedItems(setup, new ReasonSentences(catalogue, setup.rules()));
    }

    /// Of the segments of rules that start from the item of their trigger.
    private static Map<SegmentId, TriggerItem> triggers(DecisionSetup setup) {
        Map<SegmentId, TriggerItem> triggers = new HashMap<>();
        setup.triggers()
                .forEach(segment -> TriggerItem.of(segment.condition(), setup.population(), setup.asOf())
                        .ifPresent(trigger -> triggers.put(segment.id(), trigger)));
        return triggers;
    }

    /// The same desk under other rules.
    DecisionDesk under(RuleProgram program) {
        return new DecisionDesk(setup.withProgram(program), members, problems, catalogue);
    }

    /// The same desk, on which this model gives the list whatever a rule names.
    ///
    /// @param weighed what users did, as the model was trained
    DecisionDesk asking(RecommenderModel model, HistoryReader weighed) {
        return new DecisionDesk(setup.asking(model, weighed), members, problems, catalogue);
    }

    /// The same rules and models on other data of the same items.
    DecisionDesk on(DecisionSetup other, Map<SegmentId, RoaringBitmap> then) {
        return new DecisionDesk(other, then, problems, catalogue);
    }

    public DecisionSetup setup() {
        return setup;
    }

    public FrameCatalogue catalogue() {
        return catalogue;
    }

    /// What could not be found out, so that decisions may differ from what is meant.
    public List<Problem> problems() {
        return problems;
    }

    /// Whether the members of the segment are known.
    public boolean knows(SegmentId segment) {
        return members.containsKey(segment);
    }

    /// The members of a segment; nobody if it is unknown.
    public RoaringBitmap members(SegmentId segment) {
        return members.getOrDefault(segment, new RoaringBitmap());
    }

    /// @param userIdx position in the population
    public Decision decide(int userIdx) {
        return decide(userIdx, RequestContext.none());
    }

    /// In a request.
    public Decision decide(int userIdx, RequestContext context) {
        return decide(asked(userIdx, context));
    }

    /// In a request, with how the list came about.
    public Explained explain(int userIdx, RequestContext context) {
        return explain(listing(userIdx, context));
    }

    Explained explain(Listing listing) {
        CandidateSource source = listing.source();
        ListAccount account = listing.account();
        Set<ItemId> seen = source.history().stream().map(HistoryItem::item).collect(Collectors.toSet());
        return new Explained(
                decision(listing.asked(), listing.plan(), source, account.outcome()),
                new StrategyAccount(
                                source.candidates(),
                                account,
                                setup.program().policy().listLimits())
                        .strategy(source.asked(), catalogue.items(), seen));
    }

    /// How the list of a user comes about.
    Listing listing(int userIdx, RequestContext context) {
        DecisionCase asked = asked(userIdx, context);
        RulePlan plan = RuleEngine.plan(setup.program(), asked.ruleCase(), catalogue);
        CandidateSource source = source(plan, asked);
        return new Listing(asked, plan, source, account(plan, source, source.list()));
    }

    /// A list of other candidates by the same rules.
    ListAccount account(RulePlan plan, CandidateSource source, List<Recommendation> list) {
        List<Candidate> candidates = list.stream()
                .map(found -> new Candidate(found.item(), found.score()))
                .toList();
        return RuleEngine.account(plan.asked(source.tried()), candidates, catalogue, setup.length());
    }

    /// As many candidates as there can be.
    int candidates() {
        return Math.max(1, setup.population().events().itemCount());
    }

    /// A decision in the making.
    ///
    /// @param asked   of whom
    /// @param plan    which rules take part
    /// @param source  where the candidates come from
    /// @param account what became of them
    record Listing(DecisionCase asked, RulePlan plan, CandidateSource source, ListAccount account) {}

    private DecisionCase asked(int userIdx, RequestContext context) {
        Require.that(userIdx >= 0 && userIdx < setup.population().size(), "No user at position " + userIdx);
        return new DecisionCase(
                new UserId(setup.population().events().users().text(userIdx)),
                memberOf(userIdx),
                Consent.personalisation(setup.population(), userIdx, setup.asOf()),
                history(userIdx),
                setup.asOf(),
                context,
                segment -> Optional.ofNullable(triggers.get(segment)).flatMap(trigger -> trigger.of(userIdx)));
    }

    /// For somebody who need not be in the population.
    Decision decide(DecisionCase asked) {
        RulePlan plan = RuleEngine.plan(setup.program(), asked.ruleCase(), catalogue);
        CandidateSource source = source(plan, asked);
        return decision(asked, plan, source, ruled(plan, source));
    }

    /// Whether a user gets another list from a desk that differs by its rules alone.
    boolean listsOtherwise(DecisionDesk other, int userIdx, RequestContext context) {
        DecisionCase asked = asked(userIdx, context);
        RulePlan plan = RuleEngine.plan(setup.program(), asked.ruleCase(), catalogue);
        RulePlan theirs = RuleEngine.plan(other.setup.program(), asked.ruleCase(), catalogue);
        CandidateSource source = source(plan, asked);
        boolean isSame = plan.models().equals(theirs.models()) && plan.seedOf().equals(theirs.seedOf());
        CandidateSource their = isSame ? source : other.source(theirs, other.asked(userIdx, context));
        return !list(plan, source).equals(other.list(theirs, their));
    }

    /// The list of a user in a request that says nothing, without why.
    public List<RuledItem> list(int userIdx) {
        DecisionCase asked = asked(userIdx, RequestContext.none());
        RulePlan plan = RuleEngine.plan(setup.program(), asked.ruleCase(), catalogue);
        CandidateSource source = source(plan, asked);
        return ruled(plan, source).items();
    }

    private RuleOutcome ruled(RulePlan plan, CandidateSource source) {
        return RuleEngine.apply(plan.asked(source.tried()), source.candidates(), catalogue, setup.length());
    }

    private List<ItemId> list(RulePlan plan, CandidateSource source) {
        return ruled(plan, source).items().stream().map(RuledItem::item).toList();
    }

    private CandidateSource source(RulePlan plan, DecisionCase asked) {
        return asked.personalisation() == Personalisation.REFUSED
                ? CandidateSource.popular(setup)
                : CandidateSource.of(plan, asked, setup);
    }

    private Decision decision(DecisionCase asked, RulePlan plan, CandidateSource source, RuleOutcome outcome) {
        return new Decision(
                asked.user(),
                asked.at(),
                source.reason(),
                source.kind(),
                items.of(outcome, source),
                plan.offers().stream().map(DecisionDesk::offer).toList(),
                outcome.traces(),
                List.copyOf(asked.memberOf()),
                plan.off(),
                asked.context());
    }

    /// What models look at: the user's history before the as-of time.
    List<HistoryItem> history(int userIdx) {
        return setup.histories().history(userIdx, setup.asOf());
    }

    /// What every user would get: the most popular items, whatever the user did and no rules.
    public List<Recommendation> mostPopular() {
        return setup.models()
                .model(ModelShelf.POPULARITY)
                .map(model -> model.recommend(List.of(), setup.length(), Set.of()))
                .orElse(List.of());
    }

    private Set<SegmentId> memberOf(int userIdx) {
        Set<SegmentId> memberOf = new LinkedHashSet<>();
        members.forEach((segment, users) -> {
            if (users.contains(userIdx)) {
                memberOf.add(segment);
            }
        });
        return memberOf;
    }

    private static DecidedOffer offer(Rule rule) {
        return rule.treatment() instanceof Treatment.Offer offer
                ? new DecidedOffer(rule.id(), offer.code(), offer.text())
                : new DecidedOffer(rule.id(), rule.id().value(), "");
    }
}
