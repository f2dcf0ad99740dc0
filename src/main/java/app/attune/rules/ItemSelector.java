package app.attune.rules;

import app.attune.core.ItemId;
import java.util.List;

/// Which items a treatment is about.
public sealed interface ItemSelector {
    /// Exactly these.
    record Items(List<ItemId> items) implements ItemSelector {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Every item whose attribute of the catalogue has one of the values.
    record WithAttribute(String attribute, List<String> values) implements ItemSelector {
        public WithAttribute {
            values = List.copyOf(values);
        }
    }
}
