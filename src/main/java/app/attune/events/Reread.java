package app.attune.events;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// Which rows kept aside by an earlier import were read again by this one.
///
/// @param importId 0 for none
/// @param lines    all rows at which, counted through all files of that import, ascending; told by older versions
/// @param records  those of the import's rejected records, counted from 1, ascending
/// @param file     that they were read from; empty for rows edited in the window, and told by newer versions only
public record Reread(long importId, List<LineRange> lines, List<LineRange> records, String file) {
    /// Lines, or records, one after another.
    ///
    /// @param to the last of them
    public record LineRange(long from, long to) {}

    /// Nothing.
    public static final Reread NONE = new Reread(0, List.of(), List.of(), "");

    public Reread {
        lines = List.copyOf(lines);
        records = records == null ? List.of() : List.copyOf(records);
        file = file == null ? "" : file;
    }

    static Reread of(long importId, NavigableSet<Long> records, String file) {
        List<LineRange> ranges = new ArrayList<>();
        for (long record : records) {
            boolean goesOn = !ranges.isEmpty() && ranges.getLast().to() == record - 1;
            long from = goesOn ? ranges.removeLast().from() : record;
            ranges.add(new LineRange(from, record));
        }
        return new Reread(importId, List.of(), ranges, file);
    }

    /// What to call rows of a file of this name that were read again: "june.csv, mended in rejected.csv".
    String named(String source) {
        return importId == 0 ? source : source + (file.isEmpty() ? ", edited" : ", mended in " + file);
    }

    /// Cost O(log n).
    boolean holds(KeptRow row) {
        return holds(row.record(), row.rejection().line());
    }

    boolean holds(long record, long line) {
        return holds(records, record) || holds(lines, line);
    }

    private static boolean holds(List<LineRange> ranges, long number) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).to() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size() && ranges.get(low).from() <= number;
    }
}
