package app.attune.workbench;

import app.attune.core.Progress;
import app.attune.core.chart.ChartSpec;
import java.util.List;

/// What Home shows of a workspace: up to three charts, each with its finding as title.
interface HomeCharts {
    List<ChartSpec> charts(Progress progress);
}
