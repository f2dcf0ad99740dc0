package app.attune.events;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// Which rows kept aside by an earlier import were read again by this one.
///
/// @param importId 0 for none
/// @param lines    counted through all files of that import, ascending
public record Reread(long importId, List<LineRange> lines) {
    /// Lines one after another.
    ///
    /// @param to the last of them
    public record LineRange(long from, long to) {}

    /// Nothing.
    public static final Reread NONE = new Reread(0, List.of());

    public Reread {
        lines = List.copyOf(lines);
    }

    static Reread of(long importId, NavigableSet<Long> lines) {
        List<LineRange> ranges = new ArrayList<>();
        for (long line : lines) {
            boolean goesOn = !ranges.isEmpty() && ranges.getLast().to() == line - 1;
            long from = goesOn ? ranges.removeLast().from() : line;
            ranges.add(new LineRange(from, line));
        }
        return new Reread(importId, ranges);
    }

    /// Cost O(log n).
    boolean holds(long line) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).to() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < lines.size() && lines.get(low).from() <= line;
    }
}
