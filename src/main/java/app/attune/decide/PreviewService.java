package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.UserId;
import app.attune.events.Column;
import app.attune.profiles.Population;
import app.attune.recommend.Recommendation;
import app.attune.rules.MissWords;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.segments.Explanation;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Shows single users of one setup and finds users to look at.
public final class PreviewService {

    private final DecisionDesk desk;
    private final Others others;
    private final Reranks reranks;
    private volatile Optional<OtherDesk> lastOther = Optional.empty();
    private final Population population;
    private final List<SegmentDefinition> segments;

    /// The desk a preview was set beside last, kept for the next user.
    private record OtherDesk(Other other, DecisionDesk desk) {}

    public PreviewService(DecisionDesk desk) {
        this(desk, Others.none());
    }

    /// @param others what decisions can be set beside
    public PreviewService(DecisionDesk desk, Others others) {
        this(desk, others, Reranks.none());
    }

    /// @param reranks the model whose lists are looked at re-ranked
    public PreviewService(DecisionDesk desk, Others others, Reranks reranks) {
        this.desk = desk;
        this.others = others;
        this.reranks = reranks;
        this.population = desk.setup().population();
        this.segments = desk.setup().segments().stream()
                .filter(segment -> desk.knows(segment.id()))
                .sorted(Comparator.comparing(SegmentDefinition::name).thenComparing(s -> s.id().value()))
                .toList();
    }

    public DecisionDesk desk() {
        return desk;
    }

    /// The segments that can be evaluated, by name.
    public List<SegmentDefinition> segments() {
        return segments;
    }

    /// @throws ProblemException `decide.unknown-user` with the nearest ids
    public Preview preview(UserId user) {
        return preview(user, RequestContext.none());
    }

    /// In a request.
    ///
    /// @throws ProblemException `decide.unknown-user` with the nearest ids
    public Preview preview(UserId user, RequestContext context) {
        int userIdx = position(user);
        Instant asOf = desk.setup().asOf();
        Explained explained = desk.explain(userIdx, context);
        Decision decision = explained.decision();
        List<Recommendation> popular = desk.mostPopular();
        return new Preview(
                user,
                asOf,
                facts(userIdx),
                Consent.word(population, userIdx, asOf),
                Timeline.of(population.events(), desk.catalogue(), userIdx, asOf),
                segments.stream()
                        .map(segment -> new Preview.Standing(
                                segment, Explanation.of(segment.condition(), population, asOf, userIdx)))
                        .toList(),
                decision,
                explained.strategy(),
                popular,
                names(decision, popular),
                missed(decision));
    }

    /// What becomes of each item of the list without what is cited for it.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants them any more
    public List<DeletionTest> deletionTests(Preview shown, Progress progress) {
        int userIdx = position(shown.user());
        return new DeletionTests(desk, desk.listing(userIdx, shown.decision().context())).all(progress);
    }

    /// What a preview can be set beside.
    public List<Other> others() {
        return others.all();
    }

    /// The user's list by the model and steps that are chosen; empty while none are.
    ///
    /// @throws ProblemException as [Reranks#chosen]
    public Optional<RerankedList> reranked(Preview shown, Progress progress) {
        return reranks.chosen(population, progress).map(model -> RerankedList.of(model, shown.user(), desk));
    }

    /// What the same user gets in the same request with one thing different.
    ///
    /// @throws ProblemException as [Others#desk]
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more
    public Beside beside(Preview shown, Other other, Progress progress) {
        DecisionDesk with = desk(other, progress);
        progress.checkpoint();
        Decision after = with.decide(position(shown.user()), shown.decision().context());
        return beside(other.title(), shown.decision(), after, Optional.empty());
    }

    private DecisionDesk desk(Other other, Progress progress) {
        return lastOther
                .filter(last -> last.other().equals(other))
                .map(OtherDesk::desk)
                .orElseGet(() -> {
                    DecisionDesk found = others.desk(other, desk, progress);
                    lastOther = Optional.of(new OtherDesk(other, found));
                    return found;
                });
    }

    /// What would be otherwise, as an analyst writes it, see [WhatIf#of].
    ///
    /// @throws ProblemException `decide.bad-what-if`
    public WhatIf read(List<String> attributes, List<String> events, String asOf) {
        return WhatIf.of(attributes, events, asOf, population.events());
    }

    /// The types of events the data has.
    public List<String> eventTypes() {
        return population.events().types().texts();
    }

    /// What the same user would get in the same request if something were otherwise; nothing is stored.
    ///
    /// @throws ProblemException `decide.bad-what-if` if the data does not have what it names
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more
    public Beside whatIf(Preview shown, WhatIf change, Progress progress) {
        RequestContext context = shown.decision().context();
        WhatIfDesk otherwise = new WhatIfDesk(desk, position(shown.user()));
        return beside(change.title(), shown.decision(), otherwise.decide(change, context, progress), otherwise.kept());
    }

    private Beside beside(String title, Decision before, Decision after, Optional<String> kept) {
        Map<ItemId, String> names = new HashMap<>();
        Stream.of(before, after)
                .flatMap(decision -> decision.items().stream())
                .forEach(item -> names.put(item.item(), desk.catalogue().name(item.item())));
        Map<String, String> segmentNames = new HashMap<>();
        desk.setup().segments().forEach(segment -> segmentNames.put(segment.id().value(), segment.name()));
        return new Beside(
                title, before, after, ListChange.of(before.items(), after.items()), names, segmentNames, kept);
    }

    /// Any user; the same one for the same seed.
    ///
    /// @throws ProblemException `decide.no-users`
    public UserId random(long seed) {
        return random(everybody(), seed, "The data");
    }

    /// Any user of a segment; the same one for the same seed.
    ///
    /// @throws ProblemException `decide.no-users`
    public UserId random(SegmentId segment, long seed) {
        return random(desk.members(segment), seed, "The segment " + segment);
    }

    private UserId random(RoaringBitmap among, long seed, String whose) {
        if (among.isEmpty()) {
            throw ProblemException.of(
                    "decide.no-users",
                    whose + " has no users at " + desk.setup().asOf() + ".",
                    "Choose another segment, or import events.");
        }
        return id(among.select(Seeds.stream(seed, "preview-user").nextInt(among.getCardinality())));
    }

    /// The users of a segment; of everybody if it is the empty text.
    public RoaringBitmap among(String segment) {
        return segment.isEmpty() ? everybody() : desk.members(new SegmentId(segment));
    }

    /// The next one in the order of the data, from the last to the first again.
    public UserId next(UserId user, RoaringBitmap among) {
        long found = among.nextValue(position(user) + 1);
        return among.isEmpty() ? user : id(found < 0 ? among.first() : (int) found);
    }

    /// The one before in the order of the data, from the first to the last again.
    public UserId previous(UserId user, RoaringBitmap among) {
        int userIdx = position(user);
        long found = userIdx == 0 ? -1 : among.previousValue(userIdx - 1);
        return among.isEmpty() ? user : id(found < 0 ? among.last() : (int) found);
    }

    /// Ids close to what was typed, nearest first.
    public List<String> near(String typed, int limit) {
        return NearIds.of(population.events().users().texts(), typed, limit);
    }

    /// How the list of a preview came about, in words.
    public StrategyWords words(Preview preview) {
        return new StrategyWords(preview.explained(), desk.catalogue()::name);
    }

    /// Items whose id or name is close to what was typed, nearest first.
    public List<ItemId> nearItems(String typed, int limit) {
        return desk.catalogue().near(typed, limit);
    }

    private RoaringBitmap everybody() {
        return population.knownAt(desk.setup().asOf());
    }

    private UserId id(int userIdx) {
        return new UserId(population.events().users().text(userIdx));
    }

    private int position(UserId user) {
        OptionalInt found = population.events().users().find(user.value());
        if (found.isPresent()) {
            return found.getAsInt();
        }
        throw UnknownUser.of(user.value(), population.events().users());
    }

    private List<Preview.Fact> facts(int userIdx) {
        if (!population.isKnownAt(desk.setup().asOf(), userIdx)) {
            return List.of();
        }
        return population.asOf(desk.setup().asOf()).attributes().columns().stream()
                .filter(column -> !column.isMissing(userIdx))
                .filter(column -> !column.name().equals(Consent.ATTRIBUTE))
                .sorted(Comparator.comparing(Column::name))
                .map(column -> new Preview.Fact(column.name(), column.shown(userIdx)))
                .toList();
    }

    private Map<RuleId, String> missed(Decision decision) {
        MissWords words = new MissWords(desk.catalogue());
        Map<RuleId, String> missed = new HashMap<>();
        for (RuleTrace trace : decision.rules()) {
            desk.setup().rules().stream()
                    .filter(rule -> rule.id().equals(trace.rule()))
                    .findFirst()
                    .flatMap(rule -> words.of(trace, rule, decision.context()))
                    .ifPresent(said -> missed.put(trace.rule(), said));
        }
        return missed;
    }

    private Map<ItemId, String> names(Decision decision, List<Recommendation> popular) {
        Map<ItemId, String> names = new HashMap<>();
        decision.items().forEach(item -> {
            names.put(item.item(), desk.catalogue().name(item.item()));
            item.evidence()
                    .forEach(part -> names.put(part.item(), desk.catalogue().name(part.item())));
        });
        decision.context().basket().stream()
                .flatMap(basket -> basket.items().stream())
                .forEach(item -> names.put(item, desk.catalogue().name(item)));
        popular.forEach(item -> names.put(item.item(), desk.catalogue().name(item.item())));
        return names;
    }
}
