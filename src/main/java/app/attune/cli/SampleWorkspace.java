package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.workspace.WorkspaceFile;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.read.FileFormat;
import app.attune.events.sample.BundledSample;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.TrainingRequest;
import app.attune.segments.SegmentDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The workspace of the bundled sample: its files imported, segments and rules defined, recommenders trained.
public final class SampleWorkspace {
    /// What the workspace is called.
    public static final String NAME = "Outdoor shop (sample)";

    private static final List<String> FILES = List.of("items.csv.gz", "users.csv.gz", "events.csv.gz");

    private static final List<RecommenderOptions> RECOMMENDERS =
            List.of(Algorithm.POPULARITY.usual(), Algorithm.ITEM_KNN.usual());

    private SampleWorkspace() {}

    /// Opens it in `folder`, or makes it there first; one that was left half-made is completed. When that fails the
    /// services are closed.
    ///
    /// @throws app.attune.core.ProblemException if the sample's files are not there or the folder is not free
    public static Services open(Path folder, Clock clock, Progress progress) {
        Services services = Files.exists(folder.resolve(WorkspaceFile.NAME))
                ? Services.open(folder, clock)
                : Services.create(folder, NAME, clock);
        boolean complete = false;
        try {
            complete(services, progress);
            complete = true;
            return services;
        } finally {
            if (!complete) {
                services.close();
            }
        }
    }

    private static void complete(Services services, Progress progress) {
        if (services.imports().imports().size() < FILES.size()) {
            importFiles(services, BundledSample.directory(), progress);
        }
        if (services.rules().newest().isEmpty()) {
            define(services);
        }
        if (services.models().list().size() < RECOMMENDERS.size()) {
            train(services, progress);
        }
    }

    static List<ImportReport> importFiles(Services services, Path files, Progress progress) {
        List<ImportReport> reports = new ArrayList<>();
        ImportService imports = services.imports();
        for (String name : FILES) {
            Path file = files.resolve(name);
            FileFormat format = imports.detect(file);
            reports.add(imports.importFile(file, format, imports.guess(imports.preview(file, format)), progress));
        }
        return reports;
    }

    static void define(Services services) {
        for (SegmentDraft segment : SampleSegments.all()) {
            services.segments().save(segment, "sample", "");
        }
        services.rules().save(SampleRules.all(), "sample", "");
    }

    static List<ModelCard> train(Services services, Progress progress) {
        Population population = services.populations().current(progress);
        InteractionOptions interactions = InteractionOptions.suggestFor(population.events());
        List<ModelCard> cards = new ArrayList<>();
        for (RecommenderOptions recommender : RECOMMENDERS) {
            cards.add(services.models().train(population, TrainingRequest.of(recommender, interactions), progress));
        }
        return cards;
    }
}
