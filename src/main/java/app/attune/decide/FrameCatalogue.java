package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.rules.ItemAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The catalogue inside an event frame: names and attributes by item id.
public final class FrameCatalogue implements ItemAttributes {
    private static final List<String> NAMES = List.of("name", "title", "product_name", "description");

    private final Dictionary items;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Optional<Column> names;

    public FrameCatalogue(EventFrame frame) {
        this.items = frame.items();
        ColumnTable table = frame.catalogue();
        table.columns().forEach(column -> columns.put(column.name(), column));
        this.names = NAMES.stream().flatMap(name -> table.column(name).stream()).findFirst();
    }

    @Override
    public Optional<String> value(ItemId item, String attribute) {
        return Optional.ofNullable(columns.get(attribute)).flatMap(column -> display(column, item));
    }

    /// What people call it; its id when the catalogue has no name for it.
    public String name(ItemId item) {
        return names.flatMap(column -> display(column, item)).orElse(item.value());
    }

    public boolean contains(ItemId item) {
        return items.find(item.value()).isPresent();
    }

    /// Every item, in the order of the frame.
    public List<ItemId> items() {
        return items.texts().stream().map(ItemId::new).toList();
    }

    public List<String> attributes() {
        return List.copyOf(columns.keySet());
    }

    private Optional<String> display(Column column, ItemId item) {
        OptionalInt idx = items.find(item.value());
        return idx.isPresent() && !column.isMissing(idx.getAsInt())
                ? Optional.of(column.display(idx.getAsInt()))
                : Optional.empty();
    }
}
