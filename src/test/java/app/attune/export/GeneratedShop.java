package app.attune.export;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionSetup;
import app.attune.decide.ModelShelf;
import app.attune.decide.ProfileDesk;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.export.flags.RuleTarget;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.Champion;
import app.attune.recommend.Histories;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.ModelStore;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.TrainingRequest;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.RoaringBitmap;

/// A random shop with every kind of attribute, condition and rule, the same for the same seed.
public final class GeneratedShop {
    public static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T08:30:00Z"), ZoneOffset.UTC);

    static final SigningKey KEY = SigningKey.fresh();

    private static final Map<Shop, ProfileDesk> DESKS = new ConcurrentHashMap<>();

    private static final int ITEMS = 60;
    private static final List<String> TYPES = List.of("view", "cart", "purchase");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "FR", "d\"e;\n\u202e");

    private final SplittableRandom random;
    private final int users;

    private GeneratedShop(long seed, int users) {
        this.random = Seeds.stream(seed, "generated shop");
        this.users = users;
    }

    public static ProfileDesk desk(long seed, int users) {
        return desk(seed, users, segments());
    }

    /// Made once for all tests, since ten models are trained for it.
    static ProfileDesk desk(long seed, int users, List<SegmentDefinition> segments) {
        return DESKS.computeIfAbsent(new Shop(seed, users, segments), GeneratedShop::made);
    }

    private record Shop(long seed, int users, List<SegmentDefinition> segments) {}

    private static ProfileDesk made(Shop shop) {
        return made(shop.seed(), shop.users(), shop.segments());
    }

    private static ProfileDesk made(long seed, int users, List<SegmentDefinition> segments) {
        Population population = new GeneratedShop(seed, users).population();
        InteractionOptions interactions = InteractionOptions.suggestFor(population.events());
        ModelShelf shelf = ModelShelf.of(models(population, interactions));
        DecisionSetup setup = new DecisionSetup(
                population,
                segments,
                program(),
                shelf,
                new Histories(population, interactions)::of,
                AS_OF,
                DecisionSetup.LENGTH);
        SegmentEvaluator evaluator = new SegmentEvaluator();
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        segments.forEach(segment ->
                members.put(segment.id(), evaluator.members(segment.condition(), population, AS_OF, Progress.none())));
        return new ProfileDesk(new DecisionDesk(setup, members));
    }

    /// The same shop with other rules.
    public static ProfileDesk desk(ProfileDesk base, RuleProgram program) {
        DecisionSetup old = base.setup();
        DecisionSetup setup = new DecisionSetup(
                old.population(), old.segments(), program, old.models(), old.histories(), old.asOf(), old.length());
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        base.segments()
                .forEach(segment -> members.put(segment.id(), RoaringBitmap.bitmapOf(base.members(segment.id()))));
        return new ProfileDesk(new DecisionDesk(setup, members));
    }

    static ExportRequest request(ProfileDesk desk) {
        return request(desk, List.of());
    }

    static ExportRequest request(ProfileDesk desk, List<RuleTarget> targets) {
        RuleSet ruleSet = new RuleSet(3, desk.setup().program(), "ana", "for the tests", AS_OF);
        return new ExportRequest(
                desk, "A shop", ruleSet, UserLists.LEFT_OUT, needs(List.of()), targets, 7, List.of(), KEY);
    }

    public static ServerNeeds needs(List<MadeValue> made) {
        return new ServerNeeds(rules(), segments(), made);
    }

    private Population population() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 1; item <= ITEMS; item++) {
            String category = item % 7 == 0 ? "" : "c" + item % 5;
            builder.item(
                    item % 9 == 0 ? "x-" + item : Integer.toString(item),
                    category.isEmpty() ? Map.of("name", "n" + item) : Map.of("name", "n" + item, "category", category));
        }
        List<Map<String, String>> attributes = new ArrayList<>();
        long[] signups = new long[users];
        for (int user = 0; user < users; user++) {
            builder.user("u" + user);
            attributes.add(attributes());
            signups[user] = random.nextInt(10) == 0
                    ? DateColumn.MISSING
                    : AS_OF.minus(Duration.ofHours(random.nextInt(24 * 60))).toEpochMilli();
            events(builder, "u" + user);
        }
        EventFrame frame = builder.build();
        List<app.attune.events.Column> columns = new ArrayList<>(EventFrameBuilder.columnsOf(attributes));
        columns.add(new DateColumn("signup", signups));
        return Population.agreeing(frame, new ColumnTable(users, columns), "generated");
    }

    private Map<String, String> attributes() {
        Map<String, String> row = new HashMap<>();
        if (random.nextInt(8) > 0) {
            row.put("country", COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        }
        if (random.nextInt(8) > 0) {
            row.put("age", Integer.toString(18 + random.nextInt(60)));
        }
        int consent = random.nextInt(10);
        if (consent > 2) {
            row.put("consent_personalisation", consent == 3 ? "denied" : "GRANTED");
        }
        return row;
    }

    private void events(EventFrameBuilder builder, String user) {
        int n = random.nextInt(12);
        for (int i = 0; i < n; i++) {
            int item = 1 + Math.min(random.nextInt(ITEMS), random.nextInt(ITEMS));
            String id = item % 9 == 0 ? "x-" + item : Integer.toString(item);
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Instant time = AS_OF.plus(Duration.ofMinutes(random.nextInt(1440) - random.nextInt(60 * 24 * 60)));
            double value = type.equals("purchase") ? random.nextInt(10_000) / 100.0 : Double.NaN;
            builder.event(user, time, type, random.nextInt(12) == 0 ? "" : id, value);
        }
    }

    private static List<CatalogueModel> models(Population population, InteractionOptions interactions) {
        Keeping store = new Keeping();
        RecommendService service = new RecommendService(store, CLOCK);
        List<RecommenderOptions> trained = List.of(
                Algorithm.USER_KNN.usual().with("neighbours", 20),
                Algorithm.ITEM_KNN.usual(),
                Algorithm.RP3BETA.usual().with("neighbours", 8),
                Algorithm.EASE.usual().with("lambda", 20).with("neighbours", 15),
                Algorithm.IALS.usual().with("factors", 6).with("iterations", 5).with("nu", 0.7),
                Algorithm.BPR.usual().with("factors", 5).with("epochs", 5),
                Algorithm.SLIM.usual().with("l1", 0.1).with("l2", 2),
                Algorithm.GRAPH_FILTER.usual().with("tastes", 4).with("neighbours", 20),
                Algorithm.HYBRID.usual().with("method", "weighted").with("third", "content"),
                Algorithm.CONTENT.usual().with("neighbours", 12),
                Algorithm.COMPLEMENTS.usual().with("min-support", 1),
                Algorithm.MARKOV.usual().with("sequence", "USER"),
                Algorithm.RECENT_POPULARITY.usual());
        trained.forEach(
                options -> service.train(population, TrainingRequest.of(options, interactions), Progress.none()));
        List<CatalogueModel> models = new ArrayList<>(store.kept.reversed());
        models.add(service.popular(population, interactions, Progress.none()));
        return models;
    }

    static List<SegmentDefinition> segments() {
        EventCondition buyers = count("purchase", new Window.Last(30, Window.Unit.DAYS), Comparison.AT_LEAST, "2");
        EventCondition fans = new EventCondition(
                List.of("view", "cart"),
                List.of(new FieldTest("item.category", Comparison.IS, List.of("c1", "c2"))),
                new Measure.CountDistinct("item"),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("2"));
        EventCondition spenders = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Sum("value"),
                new Window.Last(8, Window.Unit.WEEKS),
                Comparison.MORE_THAN,
                List.of("60.5"));
        EventCondition recent = new EventCondition(
                List.of(),
                List.of(),
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.AT_MOST,
                List.of("7"));
        EventCondition before = count("view", new Window.Earlier(20, Window.Unit.DAYS), Comparison.IS, "0");
        EventCondition keen =
                count("view", new Window.AllTime(), Comparison.AT_LEAST, "2").with(new Measure.MostOfOneItem());
        EventCondition leaders = new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.ItemWithMost(),
                new Window.AllTime(),
                Comparison.IS_NOT,
                List.of("x-9", "1", "2", "3", "5", "7"));
        return List.of(
                segment("buyers", buyers),
                segment("leaders", leaders),
                segment(
                        "led",
                        new AnyOf(List.of(
                                leaders.with(Comparison.STARTS_WITH, List.of("x", "4")),
                                attribute("country", Comparison.IS, "FR")))),
                segment("fans", new AllOf(List.of(fans, new NoneOf(List.of(buyers))))),
                segment("spenders", new AnyOf(List.of(spenders, attribute("age", Comparison.MORE_THAN, "70")))),
                segment("recent", new AllOf(List.of(recent, before))),
                segment("keen", keen),
                segment("keen-or-german", new AnyOf(List.of(keen, attribute("country", Comparison.IS, "DE")))),
                segment("germans", attribute("country", Comparison.IS, "DE", COUNTRIES.getLast())),
                segment("new", attribute("signup", Comparison.AT_LEAST, "2026-10-18")),
                segment("unknown", attribute("country", Comparison.IS_MISSING)),
                segment("never-there", new NoneOf(List.of(attribute("planet", Comparison.IS, "Mars")))),
                segment("everybody", new AllOf(List.of())));
    }

    /// Also neighbours, sequences, numbers of fields and unknown values that match.
    static List<SegmentDefinition> widerSegments() {
        List<SegmentDefinition> wider = new ArrayList<>(segments());
        AttributeCondition young = new AttributeCondition("age", Comparison.LESS_THAN, List.of("30"), WhenMissing.YES);
        wider.add(segment("young", young));
        wider.add(segment("agreed", new ConsentCondition("personalisation", ConsentCondition.Consented.GRANTED)));
        wider.add(segment("left", left()));
        wider.add(segment("through", through()));
        wider.add(segment("dear", dear()));
        return wider;
    }

    /// A cart and nothing bought in the day after it.
    private static EventCondition left() {
        Near bought =
                new Near(Near.Relation.NOT_FOLLOWED, EventKind.of("purchase"), new Within.Span(24, Window.Unit.HOURS));
        return count("cart", new Window.Last(30, Window.Unit.DAYS), Comparison.AT_LEAST, "1")
                .with(List.of(bought));
    }

    /// A view, and later a cart, but no purchase.
    private static EventCondition through() {
        List<EventKind> next = List.of(EventKind.of("cart"), EventKind.of("purchase"));
        return count("view", new Window.AllTime(), Comparison.IS, "2")
                .with(new Measure.Steps(next, new Within.Span(3, Window.Unit.DAYS), Measure.Counted.FROM_PREVIOUS));
    }

    private static EventCondition dear() {
        return count("purchase", new Window.AllTime(), Comparison.AT_LEAST, "75")
                .with(new Measure.OfField(Measure.Statistic.AVERAGE, "value"))
                .with(WhenMissing.YES);
    }

    private static EventCondition count(String type, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of(type), List.of(), new Measure.Count(), window, comparison, List.of(value));
    }

    private static AttributeCondition attribute(String name, Comparison comparison, String... values) {
        return new AttributeCondition(name, comparison, List.of(values));
    }

    private static SegmentDefinition segment(String id, Condition condition) {
        return new SegmentDefinition(new SegmentId(id), 1, "Segment " + id, condition, "ana", "", AS_OF);
    }

    public static RuleProgram program() {
        return GeneratedRules.program();
    }

    public static List<Rule> rules() {
        return GeneratedRules.rules();
    }

    /// Keeps models in memory, the newest first.
    private static final class Keeping implements ModelStore {
        private final List<CatalogueModel> kept = new ArrayList<>();

        @Override
        public ModelCard save(Draft draft) {
            kept.addFirst(draft.model());
            return new ModelCard(
                    new ModelId(draft.model().kind(), kept.size()),
                    draft.model().provenance(),
                    draft.interactions(),
                    draft.size(),
                    draft.evaluation());
        }

        @Override
        public List<ModelCard> list() {
            return List.of();
        }

        @Override
        public Optional<ModelCard> card(ModelId id) {
            return Optional.empty();
        }

        @Override
        public Optional<CatalogueModel> load(ModelId id) {
            return Optional.empty();
        }

        @Override
        public UserNdcg ndcg10(ModelId id) {
            return new UserNdcg(new double[0], new double[0]);
        }

        @Override
        public void delete(ModelId id, Instant at) {
            kept.clear();
        }

        @Override
        public List<Champion> champions() {
            return List.of();
        }

        @Override
        public void crown(Champion champion) {
            throw new UnsupportedOperationException("No champions here");
        }

        @Override
        public void release(String purpose) {
            throw new UnsupportedOperationException("No champions here");
        }
    }
}
