package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleProgram;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCheck;
import app.attune.segments.EventCondition;
import app.attune.segments.Profile;
import app.attune.segments.ProfileShape;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.TriggerItem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Decides on what a server knows of a user, by the same rules and models as a [DecisionDesk] decides on the events.
public final class ProfileDesk {
    private final DecisionDesk desk;
    private final Population population;
    private final ProfileShape shape;
    private final Function<Integer, Profile> reader;
    private final List<SegmentDefinition> segments;
    private final Map<SegmentId, EventCondition> triggers = new TreeMap<>(Comparator.comparing(SegmentId::value));

    /// @throws app.attune.core.ProblemException if a segment's condition cannot be asked of the population
    public ProfileDesk(DecisionDesk desk) {
        this.desk = desk;
        this.population = desk.setup().population();
        this.segments = desk.setup().segments().stream()
                .sorted(Comparator.comparing(segment -> segment.id().value()))
                .toList();
        segments.forEach(segment -> ConditionCheck.require(segment.condition(), population));
        List<Condition> conditions =
                segments.stream().map(SegmentDefinition::condition).toList();
        desk.setup()
                .triggers()
                .forEach(segment ->
                        TriggerItem.row(segment.condition()).ifPresent(row -> triggers.put(segment.id(), row)));
        this.shape = ProfileShape.of(conditions, List.of(Consent.ATTRIBUTE), triggers.values(), population);
        this.reader = shape.reader(population, desk.setup().asOf());
    }

    /// The same desk for lists without limits.
    public ProfileDesk withoutLimits() {
        RuleProgram program = desk.setup().program();
        return new ProfileDesk(desk.under(program.withPolicy(program.policy().withListLimits(List.of()))));
    }

    public DecisionSetup setup() {
        return desk.setup();
    }

    public FrameCatalogue catalogue() {
        return desk.catalogue();
    }

    /// By id.
    public List<SegmentDefinition> segments() {
        return segments;
    }

    public ProfileShape shape() {
        return shape;
    }

    public DecisionBasis basis() {
        EventFrame frame = population.events();
        return new DecisionBasis(
                population.dataHash(),
                frame.span(),
                frame.eventCount(),
                frame.userCount(),
                Consent.withheld(population, desk.setup().asOf()).getCardinality(),
                frame.itemCount());
    }

    /// What is known of a user of the population; the history is empty when models may not look at it.
    public DecisionInput input(int userIdx) {
        Optional<String> said =
                Consent.written(population, userIdx, desk.setup().asOf());
        return new DecisionInput(
                new UserId(population.events().users().text(userIdx)),
                reader.apply(userIdx).withAttribute(Consent.ATTRIBUTE, said),
                desk.history(userIdx),
                desk.setup().asOf(),
                RequestContext.none());
    }

    /// The name of the feature that is the item which brings users into a segment; empty where no rule asks for it.
    public Optional<String> seed(SegmentId segment) {
        return Optional.ofNullable(triggers.get(segment))
                .map(row -> shape.features().of(row).name());
    }

    /// From the events of the user.
    public Decision decide(int userIdx) {
        return desk.decide(userIdx);
    }

    /// The users of a segment, in the order of the population.
    public int[] members(SegmentId segment) {
        return desk.members(segment).toArray();
    }

    /// From what is known of somebody, who need not exist.
    public Decision decide(DecisionInput input) {
        Set<SegmentId> memberOf = new LinkedHashSet<>();
        segments.stream()
                .filter(segment -> shape.holds(segment.condition(), input.profile()))
                .forEach(segment -> memberOf.add(segment.id()));
        Optional<String> consent =
                Optional.ofNullable(input.profile().attributes().get(Consent.ATTRIBUTE));
        Personalisation personalisation = Consent.said(population, consent);
        return desk.decide(new DecisionCase(
                input.user(),
                memberOf,
                personalisation,
                input.history(),
                input.at(),
                input.context(),
                segment -> seed(segment)
                        .flatMap(name ->
                                Optional.ofNullable(input.profile().items().get(name)))
                        .map(item -> new TriggerItem.Found(new ItemId(item), ""))));
    }
}
