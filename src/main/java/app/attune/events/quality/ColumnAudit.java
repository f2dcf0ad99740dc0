package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.CellValues;
import app.attune.events.ColumnProfile;
import app.attune.events.ColumnProfiler;
import app.attune.events.DateColumn;
import app.attune.events.EventCells;
import app.attune.events.quality.ColumnQuality.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Judges every column. Cost: that of the profiles, and one more pass over the events a column.
final class ColumnAudit {
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    private static final int REPLACEMENT = 0xFFFD;

    private final EventCells cells;
    private final long now;
    private final Progress progress;

    private ColumnAudit(EventCells cells, Instant now, Progress progress) {
        this.cells = cells;
        this.now = now.toEpochMilli();
        this.progress = progress;
    }

    static List<ColumnQuality> of(EventCells cells, Instant now, Progress progress) {
        ColumnAudit audit = new ColumnAudit(cells, now, progress);
        List<ColumnQuality> columns = new ArrayList<>();
        for (ColumnProfile profile : ColumnProfiler.of(cells, progress)) {
            columns.add(audit.judged(profile));
        }
        return List.copyOf(columns);
    }

    private ColumnQuality judged(ColumnProfile profile) {
        return switch (cells.values(profile.field())) {
            case CellValues.Texts texts -> new ColumnQuality(profile, unclean(texts), Validity.CLEAN_TEXT);
            case CellValues.Numbers numbers -> new ColumnQuality(profile, infinite(numbers), Validity.FINITE_NUMBER);
            case CellValues.Times times -> new ColumnQuality(profile, implausible(times), Validity.PLAUSIBLE_TIME);
        };
    }

    private int rows() {
        return cells.frame().eventCount();
    }

    private long unclean(CellValues.Texts texts) {
        boolean[] unclean = new boolean[texts.size()];
        for (int code = 0; code < unclean.length; code++) {
            unclean[code] = isUnclean(texts.text(code));
            check(code);
        }
        long found = 0;
        for (int row = 0; row < rows(); row++) {
            int code = texts.code(row);
            found += code >= 0 && unclean[code] ? 1 : 0;
            check(row);
        }
        return found;
    }

    private static boolean isUnclean(String text) {
        return !text.equals(text.strip())
                || text.isEmpty()
                || text.codePoints().anyMatch(letter -> Character.isISOControl(letter) || letter == REPLACEMENT);
    }

    private long infinite(CellValues.Numbers numbers) {
        long found = 0;
        for (int row = 0; row < rows(); row++) {
            found += Double.isInfinite(numbers.number(row)) ? 1 : 0;
            check(row);
        }
        return found;
    }

    private long implausible(CellValues.Times times) {
        long found = 0;
        for (int row = 0; row < rows(); row++) {
            long time = times.millis(row);
            found += time != DateColumn.MISSING && (time < EARLIEST || time > now) ? 1 : 0;
            check(row);
        }
        return found;
    }

    private void check(int step) {
        if ((step & CellValues.CHECK) == 0) {
            progress.checkpoint();
        }
    }
}
