package app.attune.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Builds a frame from single events, for small data such as a what-if or a test. Properties are texts unless every
/// value is a number. Large data comes from the store, column by column.
public final class EventFrameBuilder {
    private record Event(int userIdx, long time, int type, int item, double value, Map<String, String> properties) {}

    private final Dictionary.Builder users = new Dictionary.Builder();
    private final Dictionary.Builder items = new Dictionary.Builder();
    private final Dictionary.Builder types = new Dictionary.Builder();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Map<String, String>> itemAttributes = new LinkedHashMap<>();

    /// Makes the user known even without events; gives the position.
    public int user(String id) {
        return users.add(id);
    }

    /// Adds an item with its attributes.
    public EventFrameBuilder item(String id, Map<String, String> attributes) {
        items.add(id);
        itemAttributes.put(id, Map.copyOf(attributes));
        return this;
    }

    /// @param item  empty for none
    /// @param value NaN for none
    public EventFrameBuilder event(String user, Instant time, String type, String item, double value) {
        return event(user, time, type, item, value, Map.of());
    }

    public EventFrameBuilder event(
            String user, Instant time, String type, String item, double value, Map<String, String> properties) {
        int itemIdx = item.isEmpty() ? Dictionary.MISSING : items.add(item);
        events.add(new Event(
                users.add(user), time.toEpochMilli(), types.add(type), itemIdx, value, Map.copyOf(properties)));
        return this;
    }

    public EventFrame build() {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingInt(Event::userIdx).thenComparingLong(Event::time));
        int n = sorted.size();
        int[] offsets = new int[users.size() + 1];
        sorted.forEach(event -> offsets[event.userIdx() + 1]++);
        for (int i = 0; i < users.size(); i++) {
            offsets[i + 1] += offsets[i];
        }
        EventColumns columns = new EventColumns(
                users.build(),
                items.build(),
                types.build(),
                offsets,
                sorted.stream().mapToLong(Event::time).toArray(),
                sorted.stream().mapToInt(Event::type).toArray(),
                sorted.stream().mapToInt(Event::item).toArray(),
                sorted.stream().mapToDouble(Event::value).toArray());
        List<Map<String, String>> rows = sorted.stream().map(Event::properties).toList();
        List<Map<String, String>> attributes = new ArrayList<>();
        columns.items().texts().forEach(item -> attributes.add(itemAttributes.getOrDefault(item, Map.of())));
        String hash = "built-" + Integer.toHexString(sorted.hashCode()) + "-" + n;
        return new EventFrame(
                columns, columnsOf(rows), new ColumnTable(columns.items().size(), columnsOf(attributes)), hash);
    }

    /// Typed columns from rows of named texts; a name missing from a row, or an empty text, is a missing value.
    public static List<Column> columnsOf(List<Map<String, String>> rows) {
        Map<String, Column> columns = new TreeMap<>();
        rows.forEach(row -> row.keySet().forEach(name -> columns.computeIfAbsent(name, key -> column(key, rows))));
        return List.copyOf(columns.values());
    }

    private static Column column(String name, List<Map<String, String>> rows) {
        List<String> texts =
                rows.stream().map(row -> row.getOrDefault(name, "")).toList();
        boolean numeric = texts.stream().allMatch(text -> text.isEmpty() || isNumber(text));
        if (numeric) {
            double[] values = texts.stream()
                    .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                    .toArray();
            return new NumberColumn(name, values);
        }
        Dictionary.Builder dictionary = new Dictionary.Builder();
        int[] codes = texts.stream()
                .mapToInt(text -> text.isEmpty() ? Dictionary.MISSING : dictionary.add(text))
                .toArray();
        return new TextColumn(name, dictionary.build(), codes);
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }
}
