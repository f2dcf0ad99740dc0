package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads one JSON object a line. Objects inside are flattened to names with dots, arrays stay JSON text, null is
/// empty. The columns are the names found in the first rows, in order of appearance.
final class JsonLinesReader implements RowReader {
    private static final int SAMPLE_ROWS = 200;
    private static final int MAX_UNREAD = 100;

    private final SourceFile file;
    private final FileFormat format;
    private final CharWindow window;
    private final Deque<RawRow> ahead = new ArrayDeque<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final List<String> columns;

    JsonLinesReader(SourceFile file, InputStream content, FileFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.window = new CharWindow(new StrictText(content, format.encoding()));
        this.columns = readColumns();
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
        if (!ahead.isEmpty()) {
            return Optional.of(ahead.removeFirst());
        }
        try {
            return line().map(line -> line instanceof Parsed parsed ? toValues(parsed) : (RawRow.Broken) line);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            window.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private List<String> readColumns() throws IOException {
        Deque<Object> lines = new ArrayDeque<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < SAMPLE_ROWS; i++) {
            Optional<Object> line = line();
            line.ifPresent(lines::add);
            if (line.isPresent() && line.get() instanceof Parsed parsed) {
                names.addAll(parsed.fields().keySet());
            }
        }
        if (lines.isEmpty()) {
            throw ProblemException.of(
                    "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some.");
        }
        names.forEach(name -> positions.put(name, positions.size()));
        lines.forEach(line -> ahead.add(line instanceof Parsed parsed ? toValues(parsed) : (RawRow.Broken) line));
        return List.copyOf(names);
    }

    private RawRow toValues(Parsed parsed) {
        String[] values = new String[positions.size()];
        Arrays.fill(values, "");
        parsed.fields().forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null) {
                values[position] = value;
            } else if (unread.size() < MAX_UNREAD) {
                unread.add(name);
            }
        });
        return new RawRow.Values(parsed.line(), values, parsed.raw());
    }

    /// A [Parsed] or a [RawRow.Broken].
    private Optional<Object> line() throws IOException {
        while (window.size() > 0 || window.more()) {
            int end = window.lineEnd(0);
            if (end == CharWindow.TOO_LONG) {
                String detail = String.format(Locale.ROOT, "a line of more than %,d characters", CharWindow.MAX_ROW);
                Object broken = broken(RejectReason.TOO_LONG, detail, window.text(0, Rejection.RAW_LIMIT));
                window.dropLongLine();
                return Optional.of(broken);
            }
            String raw = window.text(0, end);
            Object line = parse(raw, window.firstBad(end));
            window.dropLine(window.afterLineEnd(end));
            if (!raw.isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Object parse(String raw, OptionalInt bad) {
        if (bad.isPresent()) {
            String detail = "character " + (bad.getAsInt() + 1) + " of the line is not "
                    + format.encoding().label();
            return broken(RejectReason.UNDECODABLE, detail, raw);
        }
        try {
            JsonNode node = Json.mapper().readTree(raw);
            if (!node.isObject()) {
                return broken(RejectReason.NOT_JSON, "the line is not an object in braces", raw);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            flatten("", node, fields);
            return fields.values().stream().allMatch(JsonLinesReader::isWellFormed)
                    ? new Parsed(window.line(), fields, raw)
                    : broken(RejectReason.UNDECODABLE, "half of a surrogate pair in a text", raw);
        } catch (JacksonException e) {
            String at = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getColumnNr();
            return broken(RejectReason.NOT_JSON, "unreadable" + at, raw);
        }
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

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private RawRow.Broken broken(RejectReason reason, String detail, String raw) {
        return new RawRow.Broken(new Rejection(window.line(), 0, reason, detail, raw));
    }

    private record Parsed(long line, Map<String, String> fields, String raw) {}
}
