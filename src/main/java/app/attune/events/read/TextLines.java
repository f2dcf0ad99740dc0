package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The lines of a text file one after the other, without those that are blank.
final class TextLines implements AutoCloseable {
    private final SourceFile file;
    private final FileFormat format;
    private final CharWindow window;

    TextLines(SourceFile file, InputStream content, FileFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.window = new CharWindow(new StrictText(content, format.encoding()));
    }

    Optional<TextLine> next() {
        try {
            while (window.size() > 0 || window.more()) {
                TextLine line = line();
                if (line.problem().isPresent() || !line.text().isBlank()) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private TextLine line() throws IOException {
        long number = window.line();
        int end = window.lineEnd(0);
        if (end == CharWindow.TOO_LONG) {
            String text = window.text(0, Rejection.RAW_LIMIT);
            String detail = String.format(Locale.ROOT, "a line of more than %,d characters", CharWindow.MAX_ROW);
            window.dropLongLine();
            return new TextLine(
                    number, text, Optional.of(new Rejection(number, 0, RejectReason.TOO_LONG, detail, text)));
        }
        String text = window.text(0, end);
        OptionalInt bad = window.firstBad(end);
        window.dropLine(window.afterLineEnd(end));
        return bad.isEmpty()
                ? new TextLine(number, text, Optional.empty())
                : new TextLine(
                        number,
                        text,
                        Optional.of(new Rejection(
                                number,
                                0,
                                RejectReason.UNDECODABLE,
                                format.encoding().placeOfBad(text, bad.getAsInt()),
                                text)));
    }

    @Override
    public void close() {
        try {
            window.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /// A line, and why it cannot be read if so.
    record TextLine(long number, String text, Optional<Rejection> problem) {}
}
