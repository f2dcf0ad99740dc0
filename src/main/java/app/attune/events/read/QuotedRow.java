package app.attune.events.read;

import java.io.IOException;

/// Finds where a delimited row with quotes ends, over as many lines as its quoted values span.
///
/// The same grammar as FastCSV's strict parser: a quote opens a value only at its start, a doubled quote inside
/// stands for one, and after the closing quote only a delimiter or the row's end may follow.
final class QuotedRow {
    /// What [#end] answers when the quotes do not pair up.
    static final int BROKEN = -1;

    private final CharWindow window;
    private final char delimiter;
    private final char quote;
    private int column;

    QuotedRow(CharWindow window, FileFormat format) {
        this.window = window;
        this.delimiter = format.delimiter();
        this.quote = format.quote();
    }

    /// Position of the row's end, or [#BROKEN].
    int end() throws IOException {
        column = 1;
        int i = 0;
        while (true) {
            i = isAt(i, quote) ? afterQuoted(i + 1) : afterPlain(i);
            if (i < 0 || !has(i) || window.at(i) != delimiter) {
                return i;
            }
            column++;
            i++;
        }
    }

    /// The column, from 1, at which the last call to [#end] stopped.
    int column() {
        return column;
    }

    private int afterPlain(int from) throws IOException {
        int i = from;
        while (has(i)) {
            char c = window.at(i);
            if (c == delimiter || c == '\n' || c == '\r') {
                return i;
            }
            i++;
        }
        return i;
    }

    private int afterQuoted(int from) throws IOException {
        int i = from;
        while (has(i)) {
            if (window.at(i) != quote) {
                i++;
            } else if (isAt(i + 1, quote)) {
                i += 2;
            } else {
                boolean ends = !has(i + 1) || isAt(i + 1, delimiter) || isAt(i + 1, '\n') || isAt(i + 1, '\r');
                return ends ? i + 1 : BROKEN;
            }
        }
        return BROKEN;
    }

    private boolean isAt(int i, char c) throws IOException {
        return has(i) && window.at(i) == c;
    }

    private boolean has(int i) throws IOException {
        return i < window.size() || (i <= CharWindow.MAX_ROW && window.more());
    }
}
