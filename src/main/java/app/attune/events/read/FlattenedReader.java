package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One row per record. Objects inside are flattened to names with dots, arrays stay JSON text, null is empty. The
/// columns are the names found in the first records, in order of appearance.
final class FlattenedReader implements RowReader {
    private static final int SAMPLE_ROWS = 200;
    private static final int MAX_UNREAD = 100;

    private final RecordReader records;
    private final Deque<RawRow> ahead = new ArrayDeque<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final List<String> columns;

    FlattenedReader(SourceFile file, RecordReader records) {
        this.records = records;
        this.columns = readColumns(file);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> unreadNames() {
        return List.copyOf(unread);
    }

    @Override
    public Optional<RawRow> next() {
        return ahead.isEmpty() ? records.next().map(this::toRow) : Optional.of(ahead.removeFirst());
    }

    @Override
    public void close() {
        records.close();
    }

    private List<String> readColumns(SourceFile file) {
        Deque<RawRecord> first = new ArrayDeque<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < SAMPLE_ROWS; i++) {
            Optional<RawRecord> read = records.next();
            read.ifPresent(first::add);
            if (read.isPresent() && read.get() instanceof RawRecord.Tree tree) {
                names.addAll(fields(tree).keySet());
            }
        }
        if (first.isEmpty()) {
            throw ProblemException.of(
                    "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some.");
        }
        names.forEach(name -> positions.put(name, positions.size()));
        first.forEach(read -> ahead.add(toRow(read)));
        return List.copyOf(names);
    }

    private RawRow toRow(RawRecord read) {
        return switch (read) {
            case RawRecord.Tree tree -> toValues(tree);
            case RawRecord.Broken broken -> new RawRow.Broken(broken.rejection());
        };
    }

    private RawRow toValues(RawRecord.Tree tree) {
        String[] values = new String[positions.size()];
        Arrays.fill(values, "");
        fields(tree).forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null) {
                values[position] = value;
            } else if (unread.size() < MAX_UNREAD) {
                unread.add(name);
            }
        });
        return new RawRow.Values(tree.line(), values, tree.raw());
    }

    private static Map<String, String> fields(RawRecord.Tree tree) {
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", tree.root(), fields);
        return fields;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(name + ".", value, fields);
            } else {
                fields.put(name, value.isNull() ? "" : value.isArray() ? value.toString() : value.asText());
            }
        }
    }
}
