package app.attune.cli;

import app.attune.core.Counted;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an import did with every row, in lines for people.
final class ImportWords {
    private ImportWords() {}

    static List<String> lines(ImportReport report, String verb) {
        List<String> lines = new ArrayList<>();
        lines.add(verb + " " + report.sourceName() + " as "
                + report.rows().name().toLowerCase(Locale.ROOT) + ": " + Counted.of(report.read(), "row") + " read = "
                + Words.number(report.accepted()) + " accepted + " + Words.number(report.duplicatesDropped())
                + " duplicates dropped + " + Words.number(report.alreadyPresent()) + " already here + "
                + Words.number(report.filtered()) + " filtered + "
                + Words.number(report.quarantined()) + " rejected");
        report.filteredByReason().forEach((reason, count) -> lines.add("  " + Words.number(count) + " " + reason));
        report.quarantinedByReason()
                .forEach((reason, count) -> lines.add("  " + Words.number(count) + " " + reason.words()));
        if (report.files().size() > 1) {
            report.files().forEach(done -> lines.add("  " + Words.of(done)));
        }
        if (report.exactDuplicates() > 0) {
            lines.add("  " + Counted.of(report.exactDuplicates(), "row repeats", "rows repeat")
                    + " an earlier row of the file exactly");
        }
        if (report.rows() == RowKind.EVENTS && report.accepted() > 0) {
            lines.add("  from " + Instant.ofEpochMilli(report.firstMillis()) + " to "
                    + Instant.ofEpochMilli(report.lastMillis()));
        }
        blanks(report).ifPresent(lines::add);
        report.findings().forEach(problem -> lines.add("  " + problem.message() + " " + problem.remedy()));
        return lines;
    }

    private static Optional<String> blanks(ImportReport report) {
        return report.blanks().entrySet().stream()
                .map(entry -> entry.getKey() + " in " + Words.number(entry.getValue()))
                .reduce((a, b) -> a + ", " + b)
                .map(all -> "  Blank: " + all + " of " + Counted.of(report.usable(), "row") + " that can be used");
    }
}
