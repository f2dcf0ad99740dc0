package app.attune.events.quality;

import app.attune.core.Counted;
import app.attune.core.Progress;
import app.attune.events.CellValues;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How many users or items have another value of an attribute than before.
///
/// @param rows    users or items
/// @param set     who had no value before, newcomers included
/// @param changed who had another one
/// @param removed who have none any more
public record AttributeDelta(RowKind rows, String attribute, long set, long changed, long removed) {
    /// Those who have attributes at one state of the data: their names, and their attributes by the same positions.
    public record Side(Dictionary names, ColumnTable values) {}

    /// Those attributes of which anything changed, by name. Cost: one pass over the names for each attribute.
    public static List<AttributeDelta> between(RowKind rows, Side before, Side after, Progress progress) {
        Set<String> names = new TreeSet<>();
        before.values().columns().forEach(column -> names.add(column.name()));
        after.values().columns().forEach(column -> names.add(column.name()));
        List<AttributeDelta> deltas = new ArrayList<>();
        for (String name : names) {
            AttributeDelta delta = new Counting(before, after, name).count(rows, progress);
            if (delta.set() + delta.changed() + delta.removed() > 0) {
                deltas.add(delta);
            }
        }
        return deltas;
    }

    /// "country: set for 3 users, changed for 1 user".
    public String words() {
        String one = rows == RowKind.ITEMS ? "item" : "user";
        List<String> parts = new ArrayList<>();
        for (Part part : List.of(new Part(set, "set"), new Part(changed, "changed"), new Part(removed, "removed"))) {
            if (part.count() > 0) {
                parts.add(part.verb() + " for " + Counted.of(part.count(), one));
            }
        }
        return attribute + ": " + String.join(", ", parts);
    }

    private record Part(long count, String verb) {}

    private static final class Counting {
        private final Side before;
        private final Side after;
        private final String name;
        private final Optional<Column> then;
        private final Optional<Column> now;
        private final SameValue values = new SameValue();

        Counting(Side before, Side after, String name) {
            this.before = before;
            this.after = after;
            this.name = name;
            this.then = before.values().column(name);
            this.now = after.values().column(name);
        }

        AttributeDelta count(RowKind rows, Progress progress) {
            long set = 0;
            long changed = 0;
            long removed = 0;
            for (int idx = 0; idx < after.values().rows(); idx++) {
                if ((idx & CellValues.CHECK) == 0) {
                    progress.checkpoint();
                }
                int was = placeBefore(idx);
                boolean is = isThere(now, idx);
                set += is && was < 0 ? 1 : 0;
                changed += is && was >= 0 && !isSame(was, idx) ? 1 : 0;
                removed += !is && was >= 0 ? 1 : 0;
            }
            return new AttributeDelta(rows, name, set, changed, removed);
        }

        /// Where the earlier value stands of whoever is at this position now; -1 for none.
        private int placeBefore(int idx) {
            int place = before.names().find(after.names().text(idx)).orElse(Dictionary.MISSING);
            return place >= 0 && isThere(then, place) ? place : Dictionary.MISSING;
        }

        private boolean isSame(int was, int is) {
            return values.isSame(then.orElseThrow(), was, now.orElseThrow(), is);
        }

        private static boolean isThere(Optional<Column> column, int idx) {
            return column.filter(values -> idx < values.size() && !values.isMissing(idx))
                    .isPresent();
        }
    }
}
