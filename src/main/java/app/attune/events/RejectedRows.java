package app.attune.events;

import app.attune.core.Counted;
import java.util.List;

/// What became of the rows that imports kept aside.
///
/// @param rows     the first of those that are rejected still
/// @param open     how many those are
/// @param rejected how many the imports kept aside at first
/// @param again    the imports that read some of them again, oldest first
public record RejectedRows(List<RejectedRow> rows, long open, long rejected, List<ImportReport> again) {
    public RejectedRows {
        rows = List.copyOf(rows);
        again = List.copyOf(again);
    }

    public long readAgain() {
        return again.stream().mapToLong(ImportReport::read).sum();
    }

    /// Whether every row that was read again is accounted for.
    public boolean addsUp() {
        return again.stream().allMatch(ImportReport::addsUp);
    }

    /// "10 rows were rejected. 7 were read again: 5 accepted, 1 present, … 5 are rejected still."
    public String words() {
        String first = Counted.of(rejected, "row was rejected", "rows were rejected") + ".";
        if (again.isEmpty()) {
            return first;
        }
        long accepted = again.stream().mapToLong(ImportReport::accepted).sum();
        long present = again.stream().mapToLong(ImportReport::alreadyPresent).sum();
        long rest = again.stream()
                .mapToLong(report -> report.duplicatesDropped() + report.filtered())
                .sum();
        long bad = again.stream().mapToLong(ImportReport::quarantined).sum();
        return first + " " + Counted.of(readAgain(), "row was read again", "rows were read again") + " = "
                + number(accepted) + " accepted + " + number(present) + " already here + " + number(rest)
                + " left out + " + number(bad) + " rejected again. "
                + Counted.of(open, "row is rejected still", "rows are rejected still") + ".";
    }

    private static String number(long count) {
        return String.format(java.util.Locale.ROOT, "%,d", count);
    }
}
