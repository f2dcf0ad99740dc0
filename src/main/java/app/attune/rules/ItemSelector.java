package app.attune.rules;

import app.attune.core.ItemId;
import java.util.List;

/// Which items a treatment is about.
public sealed interface ItemSelector {
    boolean selects(ItemId item, ItemAttributes attributes);

    /// Exactly these.
    record Items(List<ItemId> items) implements ItemSelector {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean selects(ItemId item, ItemAttributes attributes) {
            return items.contains(item);
        }
    }

    /// Every item whose attribute of the catalogue has one of the values, compared as texts, letter case respected;
    /// numbers and dates as [ItemAttributes] writes them. A missing attribute is none of the values.
    record WithAttribute(String attribute, List<String> values) implements ItemSelector {
        public WithAttribute {
            values = List.copyOf(values);
        }

        @Override
        public boolean selects(ItemId item, ItemAttributes attributes) {
            return attributes.value(item, attribute).filter(values::contains).isPresent();
        }
    }
}
