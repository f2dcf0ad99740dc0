package app.attune.cli;

import app.attune.core.workspace.Workspace;
import app.attune.events.ImportService;
import app.attune.events.store.H2EventStore;
import app.attune.events.store.MappedFrameCache;
import app.attune.profiles.PopulationService;
import app.attune.profiles.store.H2ProfileStore;
import app.attune.recommend.RecommendService;
import app.attune.recommend.store.H2ModelStore;
import app.attune.rules.RuleService;
import app.attune.rules.store.H2RuleStore;
import app.attune.segments.SegmentService;
import app.attune.segments.store.H2SegmentStore;
import java.nio.file.Path;
import java.time.Clock;

/// Everything an open workspace can do: the one place where services meet their stores.
public final class Services implements AutoCloseable {
    private final Workspace workspace;
    private final Clock clock;
    private final ImportService imports;
    private final PopulationService populations;
    private final SegmentService segments;
    private final RuleService rules;
    private final RecommendService models;

    private Services(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        H2EventStore events = new H2EventStore(workspace.database(), new MappedFrameCache(workspace.cacheFolder()));
        imports = new ImportService(events, clock);
        populations = new PopulationService(events, new H2ProfileStore(events));
        segments = new SegmentService(new H2SegmentStore(workspace.database()), populations::current, clock);
        rules = new RuleService(new H2RuleStore(workspace.database()), clock);
        models = new RecommendService(new H2ModelStore(workspace.database(), workspace.modelsFolder()), clock);
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

    public PopulationService populations() {
        return populations;
    }

    public SegmentService segments() {
        return segments;
    }

    public RuleService rules() {
        return rules;
    }

    public RecommendService models() {
        return models;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
