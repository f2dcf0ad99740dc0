package app.attune.rules;

import app.attune.core.ItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue of items that have a category each.
public final class FakeCatalogue implements ItemCatalogue {
    private final Map<String, String> categories = new LinkedHashMap<>();

    public FakeCatalogue with(String item, String category) {
        categories.put(item, category);
        return this;
    }

    @Override
    public List<ItemId> items() {
        return categories.keySet().stream().map(ItemId::new).toList();
    }

    @Override
    public boolean contains(ItemId item) {
        return categories.containsKey(item.value());
    }

    @Override
    public String name(ItemId item) {
        return "Item " + item;
    }

    @Override
    public List<String> attributes() {
        return List.of("category");
    }

    @Override
    public List<String> values(String attribute, int limit) {
        return categories.values().stream().distinct().sorted().limit(limit).toList();
    }

    @Override
    public Optional<String> value(ItemId item, String attribute) {
        return Optional.ofNullable(categories.get(item.value())).filter(value -> attribute.equals("category"));
    }
}
