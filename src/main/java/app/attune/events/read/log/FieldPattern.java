package app.attune.events.read.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Values with fixed texts between them, in the notation of Apache or nginx.
final class FieldPattern implements LinePattern {
    private static final String MORE = "...";

    private final List<String> texts;
    private final List<String> fields;
    private final List<String> names;
    private final boolean more;

    /// @param texts before each field and after the last one
    private FieldPattern(List<String> texts, List<String> fields, boolean more) {
        this.texts = List.copyOf(texts);
        this.fields = List.copyOf(fields);
        this.more = more;
        List<String> all = new ArrayList<>();
        fields.forEach(
                field -> all.addAll(field.equals(FieldNames.REQUEST) ? FieldNames.REQUEST_PARTS : List.of(field)));
        this.names = List.copyOf(all);
    }

    static FieldPattern of(String written) {
        String text = written.strip();
        boolean more = text.endsWith(MORE);
        PatternScanner scanner = new PatternScanner(
                more ? text.substring(0, text.length() - MORE.length()).stripTrailing() : text);
        List<String> texts = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        scanner.scan(texts, fields);
        for (int i = 1; i < fields.size(); i++) {
            if (texts.get(i).isEmpty()) {
                throw LinePattern.bad(written, "nothing stands between " + fields.get(i - 1) + " and " + fields.get(i));
            }
        }
        List<String> sorted = fields.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw LinePattern.bad(written, "it names " + sorted.get(i) + " twice");
            }
        }
        return new FieldPattern(texts, fields, more);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<String[]> cut(String line) {
        if (!line.startsWith(texts.getFirst())) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int from = texts.getFirst().length();
        for (int i = 0; i < fields.size(); i++) {
            String after = texts.get(i + 1);
            int end = end(line, from, after, i == fields.size() - 1);
            if (end < 0) {
                return Optional.empty();
            }
            add(values, fields.get(i), line.substring(from, end));
            from = end + after.length();
        }
        boolean whole = from >= line.length() || (more && line.charAt(from) == ' ');
        return whole ? Optional.of(values.toArray(String[]::new)) : Optional.empty();
    }

    /// Where the value ends: at the next `after` that no backslash takes its meaning from.
    private int end(String line, int from, String after, boolean last) {
        if (after.isEmpty()) {
            int blank = more ? line.indexOf(' ', from) : -1;
            return blank < 0 ? line.length() : blank;
        }
        int end = line.indexOf(after, from);
        while (end >= 0
                && (isEscaped(line, from, end, after) || (last && !more && end + after.length() < line.length()))) {
            end = line.indexOf(after, end + 1);
        }
        return end;
    }

    private static boolean isEscaped(String line, int from, int end, String after) {
        if (after.charAt(0) != '"') {
            return false;
        }
        int slashes = 0;
        for (int i = end - 1; i >= from && line.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static void add(List<String> values, String field, String value) {
        String plain = value.equals("-") ? "" : value.indexOf('\\') >= 0 ? value.replace("\\\"", "\"") : value;
        if (field.equals(FieldNames.REQUEST)) {
            Collections.addAll(values, FieldNames.request(plain));
        } else {
            values.add(plain);
        }
    }
}
