package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import app.attune.decide.DecisionService;
import app.attune.events.DiskRoom;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.IdentifierLinks;
import app.attune.events.ImportService;
import app.attune.events.ImportWatch;
import app.attune.events.KindLinks;
import app.attune.events.MappingService;
import app.attune.events.QueryService;
import app.attune.events.QueryTables;
import app.attune.events.RowKind;
import app.attune.events.forget.ForgetService;
import app.attune.events.quality.Coverage;
import app.attune.events.quality.ExpectationUses;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.QualityDesk;
import app.attune.events.quality.QualityService;
import app.attune.events.quality.SchemaColumn;
import app.attune.events.quality.SchemaService;
import app.attune.events.reconcile.ReconcileService;
import app.attune.events.sessions.SessionService;
import app.attune.events.sessions.Sessions;
import app.attune.events.store.FrameDatabase;
import app.attune.events.store.H2EventStore;
import app.attune.events.store.H2ExpectationStore;
import app.attune.events.store.H2MappingStore;
import app.attune.events.store.H2SessionStore;
import app.attune.events.store.MappedFrameCache;
import app.attune.export.ExportService;
import app.attune.export.KeyFolder;
import app.attune.export.store.H2ExportLog;
import app.attune.profiles.AsOfChoice;
import app.attune.profiles.ConsentService;
import app.attune.profiles.IdentityService;
import app.attune.profiles.PersonMap;
import app.attune.profiles.Population;
import app.attune.profiles.PopulationBuilder;
import app.attune.profiles.PopulationService;
import app.attune.profiles.store.H2ConsentStore;
import app.attune.profiles.store.H2IdentityStore;
import app.attune.profiles.store.H2ProfileStore;
import app.attune.recommend.RecommendService;
import app.attune.recommend.store.H2ModelStore;
import app.attune.recommend.store.SearchFiles;
import app.attune.recommend.tune.TuningService;
import app.attune.rules.RuleService;
import app.attune.segments.MembershipChanges;
import app.attune.segments.SegmentService;
import app.attune.segments.SegmentUses;
import app.attune.segments.store.H2SegmentStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/// Everything an open workspace can do: the one place where services meet their stores.
public final class Services implements AutoCloseable {
    private final Workspace workspace;
    private final Clock clock;
    private final ImportService imports;
    private final MappingService mappings;
    private final PopulationService populations;
    private final QueryService queries;
    private final IdentityService identity;
    private final QualityService quality;
    private final SessionService sessions;
    private final QualityDesk desk;
    private final ForgetService forget;
    private final ConsentService consents;
    private final AsOfChoice asOf = new AsOfChoice();
    private final SegmentService segments;
    private final RuleDesk rules;
    private final RecommendService models;
    private final DecisionService decisions;
    private final ExportService exports;
    private final Safekeeping safekeeping;

    private Services(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        H2EventStore events = new H2EventStore(workspace.database(), new MappedFrameCache(workspace.cacheFolder()));
        ImportWatch watch = new ImportWatch(new DiskRoom(workspace::freeBytes), new SchemaService(events, this::uses));
        imports = new ImportService(events, clock, ForkJoinPool.commonPool(), watch);
        mappings = new MappingService(new H2MappingStore(workspace.database()), clock);
        queries = new QueryService(this::queryTables, FrameDatabase::open);
        sessions = new SessionService(
                new H2SessionStore(workspace.database()),
                this::frame,
                () -> events.keptTypes(RowKind.EVENTS).containsKey(Sessions.NUMBER));
        PopulationBuilder builder = new PopulationBuilder(events, new H2ProfileStore(events), sessions::rules);
        identity = new IdentityService(
                new H2IdentityStore(workspace.database()),
                builder,
                new SegmentSizes(workspace.database(), clock)::of,
                clock);
        consents = new ConsentService(new H2ConsentStore(workspace.database()), clock);
        populations = new PopulationService(builder, identity::rules, consents::basis);
        quality =
                new QualityService(this::frame, imports::imports, new H2ExpectationStore(workspace.database()), clock);
        segments = new SegmentService(new H2SegmentStore(workspace.database()), populations::current, clock, asOf);
        MembershipChanges changes = new MembershipChanges(
                (importId, progress) -> upTo(events.upTo(importId), progress),
                populations::current,
                segments::resolved);
        desk = new QualityDesk(
                quality,
                sessions,
                new ReconcileService(events),
                new SchemaService(events, this::uses),
                changes,
                (others, progress) -> changes.with(sessions.again(others, progress), progress),
                progress -> Coverage.of(events, personOf(progress), progress));
        forget = new ForgetService(events, effects(changes));
        rules = RuleDesk.of(workspace.database(), clock);
        models = new RecommendService(new H2ModelStore(workspace.database(), workspace.modelsFolder()), clock);
        decisions = new DecisionService(segments, rules.rules(), models);
        ExportSource source = new ExportSource(
                workspace.name(), segments, rules.rules(), rules.marks(), models, decisions, sessions, identity);
        exports = new ExportService(
                new H2ExportLog(workspace.database()),
                source::draft,
                new KeyFolder(workspace.folder().resolve("keys")),
                clock);
        safekeeping = new Safekeeping(workspace, events::verify, models, clock);
    }

    /// @throws app.attune.core.ProblemException as [Workspace#open]
    public static Services open(Path folderOrFile, Clock clock) {
        return of(Workspace.open(folderOrFile, clock), clock);
    }

    /// @throws app.attune.core.ProblemException as [Workspace#create]
    public static Services create(Path folder, String name, Clock clock) {
        return of(Workspace.create(folder, name, clock), clock);
    }

    /// Takes the workspace over: closing these services closes it.
    private static Services of(Workspace workspace, Clock clock) {
        boolean made = false;
        try {
            Services services = new Services(workspace, clock);
            made = true;
            return services;
        } finally {
            if (!made) {
                workspace.close();
            }
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public Clock clock() {
        return clock;
    }

    public ImportService imports() {
        return imports;
    }

    /// Takes single imports away.
    public ForgetService forget() {
        return forget;
    }

    public MappingService mappings() {
        return mappings;
    }

    public PopulationService populations() {
        return populations;
    }

    public QueryService queries() {
        return queries;
    }

    public QualityService quality() {
        return quality;
    }

    public SessionService sessions() {
        return sessions;
    }

    /// Everything that tells how far the events can be trusted.
    public QualityDesk qualityDesk() {
        return desk;
    }

    private List<String> uses(SchemaColumn column) {
        return Stream.of(
                        ExpectationUses.of(quality.expectations(), column),
                        SegmentUses.of(segments.list(), column),
                        mappings.using(column.name()))
                .flatMap(List::stream)
                .toList();
    }

    private ForgetService.Effects effects(MembershipChanges changes) {
        return new ForgetService.Effects() {
            @Override
            public LoadDelta delta(EventStore without, Progress progress) {
                long last = imports.imports().getFirst().importId();
                return changes.to(upTo(without, progress), last, progress);
            }

            @Override
            public long links(EventStore log, Progress progress) {
                return IdentifierLinks.read(log, identity.rules().readings(), progress).kinds().stream()
                        .mapToLong(KindLinks::size)
                        .sum();
            }
        };
    }

    private Population upTo(EventStore then, Progress progress) {
        return new PopulationBuilder(then, new H2ProfileStore(then), sessions::rules).build(identity.rules(), progress);
    }

    private IntUnaryOperator personOf(Progress progress) {
        if (!identity.rules().links()) {
            return IntUnaryOperator.identity();
        }
        PersonMap persons = identity.persons(progress);
        return user -> user < persons.userCount() ? persons.personOf(user) : Coverage.NOBODY;
    }

    private EventFrame frame(Progress progress) {
        return populations.current(progress).events();
    }

    private QueryTables queryTables(Progress progress) {
        Population population = populations.current(progress);
        return new QueryTables(population.events(), population.attributes(), population.dataHash());
    }

    public ConsentService consents() {
        return consents;
    }

    public IdentityService identity() {
        return identity;
    }

    /// The time a window looks at.
    public AsOfChoice asOf() {
        return asOf;
    }

    public SegmentService segments() {
        return segments;
    }

    public RuleService rules() {
        return rules.rules();
    }

    /// Versions, branches, tags, reviews and tests of the rules.
    public RuleDesk ruleDesk() {
        return rules;
    }

    public RecommendService models() {
        return models;
    }

    public TuningService tuning() {
        return new TuningService(models, new SearchFiles(workspace.modelsFolder()), clock);
    }

    public DecisionService decisions() {
        return decisions;
    }

    public ExportService exports() {
        return exports;
    }

    public Safekeeping safekeeping() {
        return safekeeping;
    }

    @Override
    public void close() {
        queries.close();
        workspace.close();
    }
}
