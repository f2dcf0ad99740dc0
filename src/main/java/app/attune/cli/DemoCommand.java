package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.chart.ChartSpec;
import app.attune.core.json.Json;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.decider.Verification;
import app.attune.events.ActiveUsers;
import app.attune.events.ImportReport;
import app.attune.events.sample.BundledSample;
import app.attune.export.ExportedBundle;
import app.attune.export.UserLists;
import app.attune.prove.BundleCheck;
import app.attune.recommend.ComparisonChart;
import app.attune.recommend.ModelCard;
import app.attune.segments.Audience;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "demo",
        description =
                "Does the whole job on the bundled sample: import, segments, rules, recommenders, preview, charts,"
                        + " bundle, proof.",
        footer = {"", "Example:", "  attune demo --out target/demo"})
final class DemoCommand extends Command {
    private static final String MARK = "workspace";
    private static final SegmentId SHOWN = new SegmentId("frequent-vip");
    private static final long SEED = 2;

    private final List<String> lines = new ArrayList<>();
    private final ObjectNode json = Json.mapper().createObjectNode();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where everything goes; an earlier demo there is replaced (default target/demo).",
            defaultValue = "target/demo")
    private Path out = Path.of("target", "demo");

    @Option(names = "--no-display", hidden = true, description = "Says first why there is no window.")
    private boolean noDisplay;

    DemoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        if (noDisplay) {
            lines.add(
                    "There is no display here (DISPLAY is not set), so no window: running the demo headless instead.");
        }
        Path folder = out.toAbsolutePath().normalize();
        clear(folder);
        Path sample = BundledSample.directory();
        try (Services services = Services.create(
                folder.resolve(MARK), SampleWorkspace.NAME, surroundings().clock())) {
            imports(services, sample);
            SampleWorkspace.define(services);
            segments(services);
            models(services);
            rules(services);
            preview(services);
            charts(services, folder.resolve("charts"));
            boolean sound = bundle(services, folder.resolve("bundle"));
            lines.add("Everything is in " + folder);
            return new Report(lines, json.put("folder", folder.toString()), sound ? ExitCode.OK : ExitCode.DIFFERENT);
        }
    }

    /// Removes an earlier demo, and nothing that does not look like one.
    private static void clear(Path folder) {
        if (!Files.isDirectory(folder.resolve(MARK))) {
            return;
        }
        for (String part : List.of(MARK, "charts", "bundle")) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                if (Files.exists(folder.resolve(part))) {
                    throw ProblemException.of(
                            "demo.not-cleared",
                            "The earlier demo in " + folder + " cannot be removed: " + e.getMessage() + ".",
                            "Close whatever uses it, or name another folder with --out.");
                }
            }
        }
    }

    private void imports(Services services, Path sample) {
        for (ImportReport report :
                SampleWorkspace.importFiles(services, sample, surroundings().progress())) {
            lines.addAll(ImportWords.lines(report, "Imported"));
            json.put(report.sourceName(), report.accepted());
        }
    }

    private void segments(Services services) {
        Instant asOf = services.segments().asOf(surroundings().progress());
        ObjectNode sizes = json.putObject("segments");
        lines.add("Segments as of " + asOf);
        for (SegmentDefinition segment : services.segments().list()) {
            Audience audience = services.segments()
                    .audience(segment.condition(), asOf, surroundings().progress());
            sizes.put(segment.id().value(), audience.size());
            lines.add("  "
                    + Words.columns(
                            new int[] {34, 8},
                            segment.name(),
                            Words.number(audience.size()),
                            Words.share(audience.share())));
        }
    }

    private void models(Services services) {
        ObjectNode ndcg = json.putObject("ndcg10");
        List<ModelCard> cards = SampleWorkspace.train(services, surroundings().progress());
        for (ModelCard card : cards) {
            ndcg.put(card.kind(), card.result().ndcg10().estimate());
        }
        lines.add("Recommenders");
        Evaluations.lines(cards.getLast().evaluation()).forEach(line -> lines.add("  " + line));
    }

    private void rules(Services services) {
        lines.add("Rules: " + services.rules().rules().size() + ", version "
                + services.rules().newest().map(set -> set.version()).orElse(0));
        json.put("rules", services.rules().rules().size());
    }

    private void preview(Services services) {
        PreviewService previews =
                new PreviewService(services.decisions().desk(surroundings().progress()));
        Preview preview = previews.preview(previews.random(SHOWN, SEED));
        PreviewCommand.lines(preview).forEach(line -> lines.add("  " + line));
        json.put("previewed", preview.user().value());
    }

    private void charts(Services services, Path folder) {
        SegmentDefinition segment = services.segments().require(new SegmentId("lapsed"));
        List<ChartSpec> charts = new ArrayList<>();
        charts.add(ActiveUsers.byDay(
                services.populations().current(surroundings().progress()).events()));
        charts.add(services.segments()
                .sizeOverTime(SegmentDraft.of(segment), 90, surroundings().progress()));
        services.models()
                .leaderboard()
                .ifPresent(leaderboard -> charts.add(ComparisonChart.of(leaderboard.evaluation())));
        for (ChartSpec chart : charts) {
            Path file = Words.withFolder(folder.resolve(chart.id() + ".png"));
            surroundings().charts().png(chart, file);
            lines.add("Drew " + file.getFileName() + ": " + chart.title());
        }
        json.put("charts", charts.size());
    }

    private boolean bundle(Services services, Path folder) {
        ExportedBundle bundle = services.exports()
                .export(folder, UserLists.LEFT_OUT, surroundings().progress());
        lines.add("Bundle " + folder.getFileName() + ": " + Counted.of(bundle.files(), "file") + ", "
                + Words.number(bundle.bytes() / 1024) + " KiB");
        Verification verification = BundleCheck.verify(folder, surroundings().progress());
        lines.addAll(VerifyCommand.lines(verification));
        json.put("bundle", bundle.hash()).put("sound", verification.isSound());
        return verification.isSound();
    }
}
