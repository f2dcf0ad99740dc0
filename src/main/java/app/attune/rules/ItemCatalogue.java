package app.attune.rules;

import app.attune.core.ItemId;
import java.util.List;

/// The items there are, with names and attributes.
public interface ItemCatalogue extends ItemAttributes {
    /// Every item, always in the same order.
    List<ItemId> items();

    boolean contains(ItemId item);

    /// What people call it; its id when the catalogue has no name for it.
    String name(ItemId item);

    /// The names of all attributes.
    List<String> attributes();

    /// The different values of an attribute, the most frequent first, at most `limit`.
    List<String> values(String attribute, int limit);
}
