package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.EventCells;
import app.attune.events.ImportReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What there is to say about the events as they are.
///
/// @param lateness empty if no column says when events were loaded
/// @param imports  newest first
public record QualityReport(
        EventCells cells,
        List<ColumnQuality> columns,
        DailyVolume volume,
        Freshness freshness,
        Optional<Lateness> lateness,
        List<ImportReport> imports) {
    public QualityReport {
        columns = List.copyOf(columns);
        imports = List.copyOf(imports);
    }

    /// Cost: a few passes over the events a column.
    ///
    /// @param now against which age is told
    public static QualityReport of(EventCells cells, List<ImportReport> imports, Instant now, Progress progress) {
        List<ColumnQuality> columns = ColumnAudit.of(cells, now, progress);
        progress.report("Counting days", 0, 0);
        DailyVolume volume = DailyVolume.of(cells.frame(), progress);
        progress.report("Looking for late events", 0, 0);
        Optional<Lateness> lateness = Lateness.of(cells.frame(), progress);
        return new QualityReport(cells, columns, volume, Freshness.of(cells.frame(), now), lateness, imports);
    }
}
