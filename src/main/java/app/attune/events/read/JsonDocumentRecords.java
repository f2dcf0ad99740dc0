package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Reads the objects of JSON documents, one after the other in the file: the elements of an array, or single objects,
/// at the top or under the path that the format's layout gives, such as `/data/orders`.
///
/// Where an object is broken and the file is laid out in lines, reading goes on at the next line that starts an object
/// at the same indentation; else after the object's closing brace.
final class JsonDocumentRecords implements RecordReader {
    private final SourceFile file;
    private final CharWindow window;
    private final JsonSpan span;
    private final JsonRecord json;
    private final List<String> path;
    private final String under;
    private boolean inArray;
    private int levels;
    private int indentation;

    JsonDocumentRecords(SourceFile file, InputStream content, FileFormat format) throws IOException {
        this.file = file;
        this.window = new CharWindow(new StrictText(content, format.encoding()));
        this.span = new JsonSpan(window);
        this.json = new JsonRecord(format.encoding());
        this.under = format.layout().strip();
        this.path = Stream.of(under.split("/"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @Override
    public Optional<RawRecord> next() {
        try {
            while (inArray || toNextDocument()) {
                Optional<RawRecord> read = inArray ? element() : enter();
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
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

    private boolean toNextDocument() throws IOException {
        skipBetween();
        return window.size() > 0;
    }

    /// Goes down to the records; a record if there is a single one, or what is wrong.
    private Optional<RawRecord> enter() throws IOException {
        levels = 0;
        for (String name : path) {
            if (window.at(0) != '{' || !toMember(name)) {
                RawRecord broken = JsonRecord.broken(
                        window.line(), RejectReason.NOT_JSON, "a document without records under " + under, "");
                if (levels == 0) {
                    span.skip();
                }
                leave();
                return Optional.of(broken);
            }
        }
        if (window.at(0) == '[') {
            window.drop(1);
            levels++;
            inArray = true;
            return Optional.empty();
        }
        Optional<RawRecord> read = record();
        leave();
        return read;
    }

    /// Goes to the value of the member `name` of the object that starts here; false if it has none.
    private boolean toMember(String name) throws IOException {
        window.drop(1);
        levels++;
        while (true) {
            skipBetween();
            if (window.size() == 0 || window.at(0) == '}') {
                return false;
            }
            int end = span.length();
            if (end < 0) {
                return false;
            }
            boolean found = window.text(0, end).equals("\"" + name + "\"");
            window.drop(end);
            skipBetween();
            if (found || window.size() == 0) {
                return found && window.size() > 0;
            }
            span.skip();
        }
    }

    private Optional<RawRecord> element() throws IOException {
        skipBetween();
        if (window.size() == 0 || window.at(0) == ']') {
            leave();
            return Optional.empty();
        }
        return record();
    }

    private void leave() throws IOException {
        span.skipOut(levels);
        levels = 0;
        inArray = false;
    }

    /// Skips blanks, commas and colons, and remembers how far the next value is indented; -1 if it does not start its
    /// line.
    private void skipBetween() throws IOException {
        int i = 0;
        while (i < window.size() || window.more()) {
            char c = window.at(i);
            if (c == '\n' || c == '\r') {
                indentation = 0;
            } else if (indentation >= 0 && (c == ' ' || c == '\t')) {
                indentation++;
            } else if (c == ',' || c == ':') {
                indentation = -1;
            } else if (!Character.isWhitespace(c)) {
                break;
            }
            i++;
        }
        window.drop(i);
    }

    private Optional<RawRecord> record() throws IOException {
        long line = window.line();
        int length = span.length();
        int indented = indentation;
        indentation = -1;
        if (length < 0) {
            return Optional.of(unclosed(line, length, indented));
        }
        String raw = window.text(0, length);
        OptionalInt bad = window.firstBad(length);
        RawRecord read = json.of(line, raw, bad);
        int resume = read instanceof RawRecord.Broken ? resume(raw, indented) : 0;
        if (resume == 0) {
            window.drop(length);
            return Optional.of(read);
        }
        window.drop(resume);
        indentation = indented;
        OptionalInt badBefore = bad.isPresent() && bad.getAsInt() < resume ? bad : OptionalInt.empty();
        return Optional.of(json.of(line, raw.substring(0, resume).strip(), badBefore));
    }

    private RawRecord unclosed(long line, int why, int indented) throws IOException {
        String text = window.text(0, Math.min(window.size(), CharWindow.MAX_ROW));
        int resume = resume(text, indented);
        if (resume > 0) {
            window.drop(resume);
            indentation = indented;
            return JsonRecord.broken(
                    line, RejectReason.NOT_JSON, "an object that does not end", text.substring(0, resume));
        }
        span.skip();
        String detail = why == JsonSpan.UNCLOSED
                ? "the file ends within an object"
                : String.format(
                        Locale.ROOT,
                        "an object of more than %,d characters or %,d levels",
                        CharWindow.MAX_ROW,
                        JsonSpan.MAX_DEPTH);
        return JsonRecord.broken(
                line, why == JsonSpan.UNCLOSED ? RejectReason.NOT_JSON : RejectReason.TOO_LONG, detail, text);
    }

    /// Where in a broken text the next object starts at the same indentation, or 0.
    private static int resume(String text, int indented) {
        if (indented < 0) {
            return 0;
        }
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            int at = i + 1 + indented;
            if (at < text.length()
                    && text.charAt(at) == '{'
                    && text.substring(i + 1, at).isBlank()) {
                return at;
            }
        }
        return 0;
    }
}
