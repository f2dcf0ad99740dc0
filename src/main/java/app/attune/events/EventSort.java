package app.attune.events;

import app.attune.core.ProblemException;
import java.util.Locale;

/// In what order to show events: by one column, or as they stand, by user and then time.
///
/// Ties stand by user, then time; events without a value in the column come last both ways.
///
/// @param field name of the column as programs call it; empty for none
public record EventSort(String field, Direction direction) {
    /// Which end comes first.
    public enum Direction {
        UP,
        DOWN
    }

    /// As the events stand: by user, then time.
    public static EventSort none() {
        return new EventSort("", Direction.UP);
    }

    public static EventSort up(String field) {
        return new EventSort(field, Direction.UP);
    }

    public static EventSort down(String field) {
        return new EventSort(field, Direction.DOWN);
    }

    public static EventSort newestFirst() {
        return down("time");
    }

    /// From words such as `value`, `value up` or `time down`.
    ///
    /// @throws ProblemException `data.bad-sort`
    public static EventSort parse(String written) {
        String text = written.strip();
        int blank = text.lastIndexOf(' ');
        String name = blank < 0 ? text : text.substring(0, blank).strip();
        String way = blank < 0 ? "up" : text.substring(blank + 1).toLowerCase(Locale.ROOT);
        return switch (way) {
            case "up", "asc" -> up(name);
            case "down", "desc" -> down(name);
            default ->
                throw ProblemException.of(
                        "data.bad-sort",
                        "\"" + written + "\" is no order: after the column's name comes up or down.",
                        "Write for example \"value down\".");
        };
    }

    public boolean isNone() {
        return field.isEmpty();
    }

    public boolean isUp() {
        return direction == Direction.UP;
    }

    /// What a click on the heading of `name` makes of it: up, then down, then none.
    public EventSort next(String name) {
        if (!field.equals(name)) {
            return up(name);
        }
        return isUp() ? down(name) : none();
    }
}
