package app.attune.workbench;

import app.attune.core.Progress;
import app.attune.core.chart.ChartSpec;
import java.util.Optional;

/// What Home shows of a workspace: charts with their findings as titles, each made when it is its turn.
interface HomeCharts {
    int count();

    /// Chart number `place`, from 0; empty when there is nothing to show yet. May take long.
    Optional<ChartSpec> chart(int place, Progress progress);
}
