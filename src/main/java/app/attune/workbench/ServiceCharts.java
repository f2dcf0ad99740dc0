package app.attune.workbench;

import app.attune.cli.Services;
import app.attune.core.Progress;
import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.events.ActiveUsers;
import app.attune.events.EventFrame;
import app.attune.recommend.ComparisonChart;
import app.attune.recommend.Leaderboard;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.SegmentDraft;
import java.util.Optional;

/// The findings of a workspace: its active users, the size of its first segment, its recommenders.
final class ServiceCharts implements HomeCharts {
    private static final int DAYS = 90;

    private final Services services;

    ServiceCharts(Services services) {
        this.services = services;
    }

    @Override
    public int count() {
        return 3;
    }

    @Override
    public Optional<ChartSpec> chart(int place, Progress progress) {
        return switch (place) {
            case 0 -> activeUsers(progress).map(chart -> chart);
            case 1 -> size(progress).map(chart -> chart);
            default ->
                services.models().leaderboard().map(Leaderboard::evaluation).map(ComparisonChart::of);
        };
    }

    /// Nothing while the events do not reach back far enough to tell a change from a growing record.
    private Optional<TimeSeriesChart> size(Progress progress) {
        return segment(progress)
                .map(draft -> services.segments().sizeOverTime(draft, DAYS, progress))
                .filter(chart -> chart.days().size() > 1);
    }

    /// Nothing while there are no events by then.
    private Optional<TimeSeriesChart> activeUsers(Progress progress) {
        EventFrame events = services.populations().current(progress).events();
        return Optional.of(ActiveUsers.byDay(events, services.segments().asOf(progress)))
                .filter(chart -> !chart.days().isEmpty());
    }

    private static boolean isOfEvents(Condition condition) {
        return condition instanceof EventCondition
                || Conditions.parts(condition).stream().anyMatch(ServiceCharts::isOfEvents);
    }

    /// The first saved one that events change day by day, or what the data suggests to start from.
    private Optional<SegmentDraft> segment(Progress progress) {
        return services.segments().list().stream()
                .map(SegmentDraft::of)
                .filter(draft -> isOfEvents(draft.condition()))
                .findFirst()
                .or(() -> services.segments().templates(progress).stream()
                        .map(template -> new SegmentDraft(template.id(), template.name(), template.condition()))
                        .findFirst());
    }
}
