package app.attune.events;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which events of a frame to look at, and in what order.
///
/// Empty texts choose everything. Users are chosen by any part of their id, items by any part of their id or name,
/// both without regard to case; the type is chosen by its whole name. Every filter must let an event through.
public record EventChoice(String user, String type, String item, List<ColumnFilter> filters, EventSort sort) {
    public EventChoice {
        filters = List.copyOf(filters);
    }

    /// All events, newest first.
    public static EventChoice all() {
        return new EventChoice("", "", "", List.of(), EventSort.newestFirst());
    }

    public EventChoice withUser(String part) {
        return new EventChoice(part, type, item, filters, sort);
    }

    public EventChoice withType(String name) {
        return new EventChoice(user, name, item, filters, sort);
    }

    public EventChoice withItem(String part) {
        return new EventChoice(user, type, part, filters, sort);
    }

    public EventChoice sortedBy(EventSort other) {
        return new EventChoice(user, type, item, filters, other);
    }

    /// One filter a column: another one takes its place, a blank one takes it away.
    public EventChoice with(ColumnFilter filter) {
        Stream<ColumnFilter> others =
                filters.stream().filter(other -> !other.field().equals(filter.field()));
        List<ColumnFilter> all = filter.text().isEmpty()
                ? others.toList()
                : Stream.concat(others, Stream.of(filter)).toList();
        return new EventChoice(user, type, item, all, sort);
    }

    /// The filter on a column.
    public Optional<ColumnFilter> filter(String field) {
        return filters.stream().filter(filter -> filter.field().equals(field)).findFirst();
    }

    /// Whether any event is left out.
    public boolean isFiltered() {
        return !user.isBlank() || !type.isEmpty() || !item.isBlank() || !filters.isEmpty();
    }
}
