package app.attune.decide;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.OlderModel;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.ModelWords;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.replay.ComparedLists;
import app.attune.rules.replay.ReplayGround;
import app.attune.segments.ConditionCheck;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// Brings segments, rules and models of the workspace together so that users can be decided on. Thread-safe.
public final class DecisionService {
    private final SegmentService segments;
    private final RuleService rules;
    private final RecommendService models;
    private final OlderModel older = new OlderModel();
    private final Map<ModelId, RecommenderModel> loaded = new ConcurrentHashMap<>();
    private final Map<String, RecommenderModel> popular = new ConcurrentHashMap<>();

    public DecisionService(SegmentService segments, RuleService rules, RecommendService models) {
        this.segments = segments;
        this.rules = rules;
        this.models = models;
    }

    /// A desk at the time that is looked at, for lists of [DecisionSetup#LENGTH].
    public DecisionDesk desk(Progress progress) {
        return desk(segments.asOf(progress), DecisionSetup.LENGTH, progress);
    }

    /// A desk on the newest segments, rules and models. A segment that cannot be asked of the data has no members;
    /// the desk says so.
    ///
    /// @param length of the lists
    public DecisionDesk desk(Instant asOf, int length, Progress progress) {
        Population population = segments.population(progress);
        List<SegmentDefinition> definitions = segments.resolved();
        List<Problem> problems = new ArrayList<>();
        Map<SegmentId, RoaringBitmap> members = members(definitions, asOf, problems, progress);
        List<ModelCard> cards = newestOfEachKind();
        InteractionOptions interactions = cards.stream()
                .filter(card -> ModelShelf.mayBeDefault(card.kind()))
                .findFirst()
                .or(() -> cards.stream().findFirst())
                .map(ModelCard::interactions)
                .orElseGet(() -> InteractionOptions.suggestFor(population.events()));
        otherInteractions(cards, interactions).ifPresent(problems::add);
        List<RecommenderModel> shelf = new ArrayList<>();
        cards.forEach(card -> load(card, population, problems).ifPresent(shelf::add));
        if (shelf.stream().noneMatch(model -> model.kind().equals(ModelShelf.POPULARITY))) {
            popularity(population, then(interactions, asOf, population), problems, progress)
                    .ifPresent(shelf::add);
        }
        DecisionSetup setup = new DecisionSetup(
                population,
                definitions,
                rules.program(),
                ModelShelf.of(shelf),
                new WeighedHistories(population, interactions),
                asOf,
                length);
        return new DecisionDesk(setup, members, problems);
    }

    /// Tells whether two programs make other lists of the same length for a user in a request; not for users the data
    /// does not have. The problems are those of the desk.
    public ComparedLists.Lists lists(RuleProgram before, RuleProgram after, Instant at, Progress progress) {
        DecisionDesk desk = desk(at, DecisionSetup.LENGTH, progress);
        DecisionDesk older = desk.under(before);
        DecisionDesk newer = desk.under(after);
        return new ComparedLists.Lists(
                (user, context) -> desk.setup().population().events().users().find(user.value()).stream()
                        .anyMatch(userIdx -> older.listsOtherwise(newer, userIdx, context)),
                desk.problems());
    }

    /// What users did is weighed once, as for the default model; others may have been trained on something else.
    private static Optional<Problem> otherInteractions(List<ModelCard> cards, InteractionOptions interactions) {
        String others = cards.stream()
                .filter(card -> ModelShelf.isPersonal(card.kind()))
                .filter(card -> !card.interactions().equals(interactions))
                .map(card -> ModelWords.name(card.kind()))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "decide.other-interactions",
                        "What users did is weighed as for the model that is asked first. Trained on other event types,"
                                + " weights or another half-life: " + others + ".",
                        "Train all models on the same interactions, or delete those you do not need."));
    }

    /// The models and versions of rules that decisions can be set beside.
    public Others others() {
        return new StoredOthers(rules, models, Collections.unmodifiableMap(loaded));
    }

    /// What rules are judged against, at the time that is looked at.
    public RuleBasis basis(Progress progress) {
        return basis(segments.asOf(progress), progress);
    }

    /// What rules are judged against.
    public RuleBasis basis(Instant asOf, Progress progress) {
        Population population = segments.population(progress);
        List<SegmentDefinition> definitions = segments.resolved();
        Map<SegmentId, RoaringBitmap> members = members(definitions, asOf, new ArrayList<>(), progress);
        Set<String> kinds = newestOfEachKind().stream().map(ModelCard::kind).collect(Collectors.toSet());
        kinds.add(ModelShelf.POPULARITY);
        return new RuleBasis(
                        population.knownAt(asOf),
                        definitions,
                        members,
                        Consent.withheld(population, asOf),
                        new FrameCatalogue(population.events()),
                        kinds,
                        new FrameUsers(population.events().users()),
                        asOf)
                .withDoubts(doubts(definitions, population));
    }

    private static Map<SegmentId, List<ConditionFinding>> doubts(
            List<SegmentDefinition> definitions, Population population) {
        Map<SegmentId, List<ConditionFinding>> doubts = new HashMap<>();
        for (SegmentDefinition segment : definitions) {
            List<ConditionFinding> found = ConditionCheck.findings(segment.condition(), population).stream()
                    .filter(ConditionFinding::leavesNobody)
                    .toList();
            if (!found.isEmpty()) {
                doubts.put(segment.id(), found);
            }
        }
        return doubts;
    }

    /// What a decision matrix is made of.
    public MatrixBasis matrixBasis(Progress progress) {
        Instant asOf = segments.asOf(progress);
        return new MatrixBasis(basis(asOf, progress), segments.population(progress), asOf);
    }

    /// What rules are replayed on.
    public ReplayGround ground(Progress progress) {
        Population population = segments.population(progress);
        String defaultModel = ModelShelf.defaultOf(
                newestOfEachKind().stream().map(ModelCard::kind).toList());
        return new ReplayGround(population, segments.resolved(), new FrameCatalogue(population.events()), defaultModel);
    }

    private Map<SegmentId, RoaringBitmap> members(
            List<SegmentDefinition> definitions, Instant asOf, List<Problem> problems, Progress progress) {
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        int done = 0;
        for (SegmentDefinition segment : definitions) {
            progress.report("Finding who is in " + segment.name(), done++, definitions.size());
            try {
                members.put(
                        segment.id(),
                        segments.audience(segment.condition(), asOf, progress).members());
            } catch (ProblemException e) {
                problems.add(new Problem(
                        "decide.broken-segment",
                        "The segment " + segment.name() + " has no users here: "
                                + e.problem().message(),
                        e.problem().remedy()));
            }
        }
        return members;
    }

    /// Newest first.
    private List<ModelCard> newestOfEachKind() {
        Map<String, ModelCard> byKind = new LinkedHashMap<>();
        models.list().forEach(card -> byKind.putIfAbsent(card.kind(), card));
        return List.copyOf(byKind.values());
    }

    private Optional<RecommenderModel> load(ModelCard card, Population population, List<Problem> problems) {
        older.of(card, population.events()).ifPresent(problems::add);
        try {
            return Optional.of(loaded.computeIfAbsent(card.id(), models::model));
        } catch (ProblemException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /// What came later is not popular yet.
    private static InteractionOptions then(InteractionOptions interactions, Instant asOf, Population population) {
        return asOf.isBefore(population.defaultAsOf()) ? interactions.before(asOf) : interactions;
    }

    /// Always there as the last resort, trained on the spot where it was not trained on purpose.
    private Optional<RecommenderModel> popularity(
            Population population, InteractionOptions interactions, List<Problem> problems, Progress progress) {
        String key = population.dataHash() + interactions.describe();
        RecommenderModel known = popular.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            RecommenderModel trained = models.popular(population, interactions, progress);
            popular.clear();
            popular.put(key, trained);
            return Optional.of(trained);
        } catch (ProblemException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }
}
