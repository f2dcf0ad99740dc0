package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.ColumnFilter;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.events.EventRows;
import app.attune.events.EventSort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Holds expectations against a report and its events.
final class ExpectationCheck {
    private final QualityReport report;
    private final Progress progress;

    ExpectationCheck(QualityReport report, Progress progress) {
        this.report = report;
        this.progress = progress;
    }

    Outcome of(Expectation expectation) {
        return switch (expectation.check()) {
            case Check.Filled filled -> filled(expectation, filled);
            case Check.OneOf oneOf ->
                broken(expectation, oneOf.column(), "!=" + String.join("|", oneOf.values()), "have another value");
            case Check.Between between ->
                broken(expectation, between.column(), "!" + between.low() + ".." + between.high(), "lie outside");
            case Check.Different different ->
                broken(expectation, different.column(), "repeated", "have a value that comes again");
            case Check.Fresh fresh -> fresh(expectation, fresh);
            case Check.Daily daily -> daily(expectation, daily);
        };
    }

    private Outcome filled(Expectation expectation, Check.Filled filled) {
        Optional<ColumnQuality> column = column(filled.column());
        if (column.isEmpty()) {
            return noColumn(expectation, filled.column());
        }
        double share = column.get().completeness();
        long missing = column.get().profile().missing();
        String found = String.format(
                Locale.ENGLISH,
                "%.1f%% filled, %,d of %,d missing",
                100 * share,
                missing,
                column.get().profile().rows());
        return new Outcome(
                expectation,
                verdict(share >= filled.least()),
                found,
                missing,
                missing == 0 ? Optional.empty() : Optional.of(new ColumnFilter(filled.column(), "empty")));
    }

    private Outcome broken(Expectation expectation, String column, String filter, String words) {
        Optional<ColumnQuality> known = column(column);
        if (known.isEmpty()) {
            return noColumn(expectation, column);
        }
        ColumnFilter rows = new ColumnFilter(column, filter);
        EventCells cells = report.cells();
        EventChoice choice = new EventChoice("", "", "", List.of(rows), EventSort.none());
        long failing = EventRows.of(cells, choice, progress).size();
        long filled = known.get().profile().filled();
        String found = String.format(Locale.ENGLISH, "%,d of %,d values %s", failing, filled, words);
        return new Outcome(
                expectation,
                verdict(failing == 0),
                found,
                failing,
                failing == 0 ? Optional.empty() : Optional.of(rows));
    }

    private Outcome fresh(Expectation expectation, Check.Fresh fresh) {
        if (report.freshness().newest().isEmpty()) {
            return new Outcome(expectation, Outcome.Verdict.UNKNOWN, "There are no events", 0, Optional.empty());
        }
        boolean holds = report.freshness().age().compareTo(fresh.most()) <= 0;
        String found =
                "The newest event is " + Lateness.words(report.freshness().age()) + " old";
        return new Outcome(expectation, verdict(holds), found, holds ? 0 : 1, Optional.empty());
    }

    private Outcome daily(Expectation expectation, Check.Daily daily) {
        List<DailyVolume.Day> days = report.volume().days();
        List<DailyVolume.Day> whole = days.size() < 3 ? List.of() : days.subList(1, days.size() - 1);
        List<DailyVolume.Day> broken = whole.stream()
                .filter(day -> day.events() < daily.low() || day.events() > daily.high())
                .toList();
        String found = String.format(Locale.ENGLISH, "%,d of %,d whole days lie outside", broken.size(), whole.size());
        Optional<ColumnFilter> rows =
                broken.stream().findFirst().map(day -> new ColumnFilter("time", "=" + day.date()));
        return new Outcome(expectation, verdict(broken.isEmpty()), found, broken.size(), rows);
    }

    private Optional<ColumnQuality> column(String name) {
        return report.columns().stream()
                .filter(column -> column.profile().field().name().equals(name))
                .findFirst();
    }

    private static Outcome noColumn(Expectation expectation, String column) {
        return new Outcome(expectation, Outcome.Verdict.UNKNOWN, "There is no column " + column, 0, Optional.empty());
    }

    private static Outcome.Verdict verdict(boolean holds) {
        return holds ? Outcome.Verdict.PASS : Outcome.Verdict.FAIL;
    }
}
