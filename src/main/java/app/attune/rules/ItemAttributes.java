package app.attune.rules;

import app.attune.core.ItemId;
import java.util.Optional;

/// What the catalogue says of an item.
@FunctionalInterface
public interface ItemAttributes {
    /// Texts as they are, numbers without trailing zeros, dates in ISO-8601 UTC; empty when the item, the attribute or
    /// its value is missing.
    Optional<String> value(ItemId item, String attribute);

    /// A catalogue that knows nothing.
    static ItemAttributes none() {
        return (item, attribute) -> Optional.empty();
    }
}
