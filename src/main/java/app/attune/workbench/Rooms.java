package app.attune.workbench;

import app.attune.cli.AroundSegments;
import app.attune.cli.RuleDesk;
import app.attune.cli.SampleWorkspace;
import app.attune.cli.Services;
import app.attune.decide.ChosenReranks;
import app.attune.decide.PreviewService;
import app.attune.decide.TestDesk;
import app.attune.decide.ui.PreviewView;
import app.attune.events.ui.DataContext;
import app.attune.events.ui.DataView;
import app.attune.events.ui.ImportView;
import app.attune.export.ui.ExportContext;
import app.attune.export.ui.ExportView;
import app.attune.profiles.ui.PeopleContext;
import app.attune.profiles.ui.PeopleView;
import app.attune.recommend.SegmentGroups;
import app.attune.recommend.ui.ModelsContext;
import app.attune.recommend.ui.ModelsView;
import app.attune.rules.KeptTests;
import app.attune.rules.ui.RulesContext;
import app.attune.rules.ui.RulesView;
import app.attune.rules.ui.VersionDesk;
import app.attune.segments.ui.SegmentsContext;
import app.attune.segments.ui.SegmentsView;
import app.attune.ui.Destination;
import app.attune.ui.Kit;
import app.attune.ui.Screen;
import java.util.List;

/// The composition of the window: every feature's screen is built here, in the order of the job.
final class Rooms {
    private Rooms() {}

    /// One line a feature.
    static List<Room> all() {
        return List.of(
                byAction(Destination.IMPORT, "mdoal-file_upload", Rooms::imports),
                inSidebar(Destination.DATA, "mdomz-table_rows", Rooms::data),
                inSidebar(Destination.PEOPLE, "mdoal-fingerprint", Rooms::people),
                inSidebar(Destination.SEGMENTS, "mdoal-group", Rooms::segments),
                inSidebar(Destination.RULES, "mdomz-rule", Rooms::rules),
                inSidebar(Destination.MODELS, "mdomz-model_training", Rooms::models),
                inSidebar(Destination.PREVIEW, "mdomz-person_search", Rooms::preview),
                inSidebar(Destination.EXPORT, "mdomz-unarchive", Rooms::export));
    }

    /// Builds a screen from the services of the open workspace.
    private interface Builder {
        Screen build(Services services, Kit kit);
    }

    private static Room inSidebar(String id, String icon, Builder builder) {
        return new Room(id, icon, Room.Place.SIDEBAR, (workspace, kit) -> builder.build(workspace.services(), kit));
    }

    private static Screen segments(Services services, Kit kit) {
        SegmentsContext context = new SegmentsContext(
                services.segments(),
                AroundSegments.usage(services),
                services.clock(),
                author(),
                () -> AroundSegments.dataChanged(services));
        return new SegmentsView(context, kit);
    }

    private static Room byAction(String id, String icon, Builder builder) {
        return new Room(id, icon, Room.Place.ACTION, (workspace, kit) -> builder.build(workspace.services(), kit));
    }

    private static Screen imports(Services services, Kit kit) {
        ImportView view = new ImportView(services.imports(), services.mappings(), kit, services.clock());
        String name = services.workspace().name();
        return name.equals(SampleWorkspace.NAME) ? view.intoSample(name) : view.into(name);
    }

    private static Screen data(Services services, Kit kit) {
        DataContext.Source events =
                progress -> services.populations().current(progress).events();
        DataContext.Log log = new DataContext.Log(services.imports(), services.forget());
        return new DataView(
                new DataContext(events, services.queries(), services.qualityDesk(), log, kit, services.clock()));
    }

    private static Screen people(Services services, Kit kit) {
        return new PeopleView(new PeopleContext(services.identity(), kit, services.clock(), author()));
    }

    private static Screen rules(Services services, Kit kit) {
        RuleDesk desk = services.ruleDesk();
        RulesContext context = new RulesContext(
                services.rules(),
                new VersionDesk(
                        desk.marks(),
                        desk.tests(),
                        () -> new TestDesk(services.decisions()),
                        services.decisions()::lists),
                services.decisions()::basis,
                services.decisions()::matrixBasis,
                services.decisions()::ground,
                kit.tasks(),
                services.clock(),
                author());
        return new RulesView(context, kit.navigator());
    }

    private static Screen models(Services services, Kit kit) {
        return new ModelsView(new ModelsContext(
                services.models(),
                services.tuning(),
                services.populations()::current,
                () -> SegmentGroups.of(services.segments()),
                services.models().rerankChoice(),
                kit.tasks(),
                kit.navigator(),
                kit.dialogs()));
    }

    private static Screen preview(Services services, Kit kit) {
        ChosenReranks reranks = new ChosenReranks(
                services.models().rerankChoice(), services.models().reranking());
        return new PreviewView(
                progress -> new PreviewService(
                        services.decisions().desk(progress),
                        services.decisions().others(),
                        reranks),
                new KeptTests(services.ruleDesk().tests()),
                kit.tasks());
    }

    private static Screen export(Services services, Kit kit) {
        return new ExportView(new ExportContext(
                services.exports(),
                services.workspace().exportsFolder(),
                author(),
                kit.tasks(),
                kit.navigator(),
                kit.dialogs(),
                DesktopFolders::open));
    }

    /// Whose name new versions bear.
    private static String author() {
        return System.getProperty("user.name", "analyst");
    }
}
