package app.attune.recommend;

import app.attune.core.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The spans that a rolling origin tests one after another, each by what was learned from all before it.
///
/// Source: Tashman, "Out-of-Sample Tests of Forecasting Accuracy", International Journal of Forecasting 16(4), 2000
/// (rolling origin, recalibrated).
final class RollingWindows {
    private RollingWindows() {}

    /// `periods` spans of equal length after a first one that only trains.
    static List<TimeWindow> equal(TimeWindow span, int periods) {
        long from = span.from().toEpochMilli();
        long length = span.length().toMillis();
        List<TimeWindow> windows = new ArrayList<>();
        for (int period = 1; period <= periods; period++) {
            windows.add(new TimeWindow(
                    Instant.ofEpochMilli(from + length * period / (periods + 1)),
                    Instant.ofEpochMilli(from + length * (period + 1) / (periods + 1))));
        }
        return windows;
    }

    /// The last months (UTC), at most `most`, that begin after the first interaction; the newest may be cut short.
    static List<TimeWindow> months(TimeWindow span, int most) {
        List<TimeWindow> windows = new ArrayList<>();
        LocalDate month = LocalDate.ofInstant(span.from(), ZoneOffset.UTC).withDayOfMonth(1);
        while (start(month.plusMonths(1)).isBefore(span.to())) {
            month = month.plusMonths(1);
            Instant end = start(month.plusMonths(1));
            windows.add(new TimeWindow(start(month), end.isBefore(span.to()) ? end : span.to()));
        }
        return windows.subList(Math.max(0, windows.size() - most), windows.size());
    }

    private static Instant start(LocalDate month) {
        return month.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Interactions before the window train, those in it test, later ones are set aside.
    static Parts parts(InteractionLog log, TimeWindow window) {
        long from = window.from().toEpochMilli();
        long to = window.to().toEpochMilli();
        BitSet train = new BitSet(log.size());
        BitSet test = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            long time = log.times()[row];
            if (time < from) {
                train.set(row);
            } else if (time < to) {
                test.set(row);
            }
        }
        return Parts.of(log, train, test, SplitDetails.Kind.PERIOD);
    }
}
