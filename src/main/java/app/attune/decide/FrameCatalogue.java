package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.ItemNames;
import app.attune.recommend.ItemTraits;
import app.attune.rules.ItemCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The catalogue inside an event frame: names and attributes by item id.
public final class FrameCatalogue implements ItemCatalogue {
    private final Dictionary items;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final ItemNames names;
    private final EventFrame frame;

    @Nullable
    private ItemTraits traits;

    public FrameCatalogue(EventFrame frame) {
        this.frame = frame;
        this.items = frame.items();
        ColumnTable table = frame.catalogue();
        table.columns().forEach(column -> columns.put(column.name(), column));
        this.names = new ItemNames(frame);
    }

    @Override
    public Optional<String> value(ItemId item, String attribute) {
        return Optional.ofNullable(columns.get(attribute)).flatMap(column -> display(column, item));
    }

    @Override
    public String name(ItemId item) {
        OptionalInt idx = items.find(item.value());
        return idx.isPresent() ? names.of(idx.getAsInt()).orElse(item.value()) : item.value();
    }

    @Override
    public boolean contains(ItemId item) {
        return items.find(item.value()).isPresent();
    }

    /// What two items have in common, in words, the rarest first. Cost: one pass over the catalogue when first asked.
    synchronized List<String> shared(ItemId item, ItemId other, int most) {
        ItemTraits known = traits == null ? ItemTraits.of(frame, Progress.none()) : traits;
        traits = known;
        return known.shared(item, other, most);
    }

    /// Items with an id close to what was typed, nearest first, then those whose name contains it, in the order of the
    /// frame. Cost: one pass over the catalogue.
    public List<ItemId> near(String typed, int limit) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Stream<ItemId> byId = NearIds.of(items.texts(), typed, limit).stream()
                .filter(id -> contains(wanted, id))
                .map(ItemId::new);
        Stream<ItemId> byName = items().stream().filter(item -> contains(wanted, name(item)));
        return Stream.concat(byId, byName).distinct().limit(limit).toList();
    }

    private static boolean contains(String wanted, String text) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// In the order of the frame.
    @Override
    public List<ItemId> items() {
        return items.texts().stream().map(ItemId::new).toList();
    }

    @Override
    public List<String> attributes() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public List<String> values(String attribute, int limit) {
        Column column = columns.get(attribute);
        if (column == null) {
            return List.of();
        }
        Map<String, Long> counts = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToObj(column::display)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> display(Column column, ItemId item) {
        OptionalInt idx = items.find(item.value());
        return idx.isPresent() && !column.isMissing(idx.getAsInt())
                ? Optional.of(column.display(idx.getAsInt()))
                : Optional.empty();
    }
}
