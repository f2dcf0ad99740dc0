package app.attune.rules;

import app.attune.core.ItemId;
import java.util.List;
import java.util.Optional;

/// A catalogue without items.
enum NoCatalogue implements ItemCatalogue {
    INSTANCE;

    @Override
    public List<ItemId> items() {
        return List.of();
    }

    @Override
    public boolean contains(ItemId item) {
        return false;
    }

    @Override
    public String name(ItemId item) {
        return item.value();
    }

    @Override
    public List<String> attributes() {
        return List.of();
    }

    @Override
    public List<String> values(String attribute, int limit) {
        return List.of();
    }

    @Override
    public Optional<String> value(ItemId item, String attribute) {
        return Optional.empty();
    }
}
