package app.attune.decide.lists;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import java.util.List;

/// What one user gets, the best first.
public record UserList(UserId user, List<Entry> items) {
    /// @param score of the item, comparable within the list
    public record Entry(ItemId item, double score) {}

    public UserList {
        items = List.copyOf(items);
    }
}
