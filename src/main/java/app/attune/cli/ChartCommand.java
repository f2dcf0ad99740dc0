package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.chart.ChartSpec;
import app.attune.core.json.Json;
import app.attune.events.ActiveUsers;
import app.attune.recommend.ComparisonChart;
import app.attune.recommend.Leaderboard;
import app.attune.recommend.TradeOffChart;
import app.attune.segments.SegmentDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "chart",
        description = "Draws a chart as PNG or SVG.",
        footer = {
            "",
            "Examples:",
            "  attune chart shop active-users --out active.png",
            "  attune chart shop segment-size vip --days 90 --out vip.svg",
            "  attune chart shop recommenders --out models.png"
        })
final class ChartCommand extends WorkspaceCommand {
    @Parameters(
            index = "1",
            paramLabel = "CHART",
            description = "active-users, segment-size, recommenders or trade-off.")
    @Nullable
    private String chart;

    @Parameters(index = "2", arity = "0..1", paramLabel = "SEGMENT", description = "For segment-size: its id.")
    @Nullable
    private String segment;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .png or .svg.")
    @Nullable
    private Path out;

    @Option(names = "--days", description = "For segment-size: how many days back (default 90).", defaultValue = "90")
    private int days;

    ChartCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        ChartSpec spec = spec(services);
        Path file = Words.given(out, "--out").toAbsolutePath();
        draw(spec, Words.withFolder(file));
        return Report.of(
                List.of(spec.title(), spec.subtitle(), "Drew " + file),
                Json.mapper()
                        .createObjectNode()
                        .put("chart", spec.id())
                        .put("title", spec.title())
                        .put("subtitle", spec.subtitle())
                        .put("file", file.toString()));
    }

    private ChartSpec spec(Services services) {
        return switch (Words.given(chart, "CHART")) {
            case "active-users" ->
                ActiveUsers.byDay(services.populations().current(progress()).events());
            case "segment-size" -> segmentSize(services);
            case "trade-off" ->
                services.models()
                        .leaderboard()
                        .map(Leaderboard::evaluation)
                        .flatMap(TradeOffChart::of)
                        .orElseThrow(() -> ProblemException.of(
                                "cli.no-model",
                                "No model has a measured diversity yet.",
                                "Train one: attune train --help."));
            case "recommenders" ->
                services.models()
                        .leaderboard()
                        .map(Leaderboard::evaluation)
                        .map(ComparisonChart::of)
                        .orElseThrow(() -> ProblemException.of(
                                "cli.no-model", "No model was trained yet.", "Train one: attune train --help."));
            default ->
                throw ProblemException.of(
                        "cli.unknown-chart",
                        "There is no chart " + chart + ".",
                        "Use active-users, segment-size, recommenders or trade-off.");
        };
    }

    private ChartSpec segmentSize(Services services) {
        if (segment == null) {
            throw ProblemException.of(
                    "cli.missing-argument", "Whose size?", "Name a segment; attune segment WORKSPACE list shows them.");
        }
        return services.segments()
                .sizeOverTime(SegmentDraft.of(services.segments().require(Words.segment(segment))), days, progress());
    }

    private void draw(ChartSpec spec, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            surroundings().charts().png(spec, file);
        } else if (name.endsWith(".svg")) {
            surroundings().charts().svg(spec, file);
        } else {
            throw ProblemException.of(
                    "cli.bad-picture",
                    file.getFileName() + " is neither .png nor .svg.",
                    "End its name in one of them.");
        }
    }
}
