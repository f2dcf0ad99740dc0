package app.attune.rules.matrix;

import java.util.List;
import java.util.TreeSet;

/// Cuts dates at those that rows name: each of them, and the milliseconds before and after it for all that lie between.
final class DateCells {
    private DateCells() {}

    static List<Cell> of(List<Long> named) {
        TreeSet<Long> picks = new TreeSet<>(named);
        for (long date : named) {
            picks.add(date - 1);
            picks.add(date + 1);
        }
        if (picks.isEmpty()) {
            picks.add(0L);
        }
        return picks.stream().<Cell>map(Cell.Date::new).toList();
    }
}
