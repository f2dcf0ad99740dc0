package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/// Reads one JSON object a line; blank lines are none.
final class JsonLineRecords implements RecordReader {
    private final SourceFile file;
    private final CharWindow window;
    private final JsonRecord json;

    JsonLineRecords(SourceFile file, InputStream content, FileFormat format) throws IOException {
        this.file = file;
        this.window = new CharWindow(new StrictText(content, format.encoding()));
        this.json = new JsonRecord(format.encoding());
    }

    @Override
    public Optional<RawRecord> next() {
        try {
            while (window.size() > 0 || window.more()) {
                int end = window.lineEnd(0);
                if (end == CharWindow.TOO_LONG) {
                    return Optional.of(tooLong());
                }
                String raw = window.text(0, end);
                boolean blank = raw.isBlank();
                Optional<RawRecord> read =
                        blank ? Optional.empty() : Optional.of(json.of(window.line(), raw, window.firstBad(end)));
                window.dropLine(window.afterLineEnd(end));
                if (!blank) {
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

    private RawRecord tooLong() throws IOException {
        String detail = String.format(Locale.ROOT, "a line of more than %,d characters", CharWindow.MAX_ROW);
        RawRecord broken =
                JsonRecord.broken(window.line(), RejectReason.TOO_LONG, detail, window.text(0, Rejection.RAW_LIMIT));
        window.dropLongLine();
        return broken;
    }
}
