package app.attune.events;

/// Which events of a frame to look at, and in what order.
///
/// Empty texts choose everything. Users are chosen by any part of their id, items by any part of their id or name,
/// both without regard to case; the type is chosen by its whole name.
public record EventChoice(String user, String type, String item, Order order) {
    /// In what order to show. Ties stand by user, then time; events without a value come last by value.
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        USER_UP,
        USER_DOWN,
        HIGHEST_VALUE_FIRST,
        LOWEST_VALUE_FIRST
    }

    /// All events, newest first.
    public static EventChoice all() {
        return new EventChoice("", "", "", Order.NEWEST_FIRST);
    }

    public EventChoice withUser(String part) {
        return new EventChoice(part, type, item, order);
    }

    public EventChoice withType(String name) {
        return new EventChoice(user, name, item, order);
    }

    public EventChoice withItem(String part) {
        return new EventChoice(user, type, part, order);
    }

    public EventChoice orderedBy(Order other) {
        return new EventChoice(user, type, item, other);
    }

    /// Whether any event is left out.
    public boolean isFiltered() {
        return !user.isBlank() || !type.isEmpty() || !item.isBlank();
    }
}
