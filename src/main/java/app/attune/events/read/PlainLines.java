package app.attune.events.read;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Cuts rows straight from the bytes of a file, eight at a time.
///
/// Quotes may surround a value that has neither quotes nor a line end inside. Whatever else is unusual about a row is
/// not decided here: it is left to the exact reader.
final class PlainLines {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int MAX_ROW = 1 << 15;
    /// What [#cut] answers: no plain row, the row's end is not at hand yet.
    private static final int ODD = -1;
    private static final int OPEN = -2;

    private final ByteWindow window;
    private final boolean utf8;
    private final byte delimiter;
    private final byte quote;
    private final long delimiters;
    private final long quotes;
    /// The high bits of all bytes of the row that is cut, and whether a value of it is in quotes.
    private long seen;
    private boolean quoted;

    PlainLines(ByteWindow window, FileFormat format) {
        this.window = window;
        this.utf8 = format.encoding().charset().equals(StandardCharsets.UTF_8);
        this.delimiter = (byte) format.delimiter();
        this.quote = (byte) format.quote();
        this.delimiters = ONES * format.delimiter();
        this.quotes = ONES * format.quote();
    }

    /// Whether bytes below 128 are ASCII and delimiter and quote are such bytes.
    static boolean canRead(FileFormat format) {
        Charset charset = format.encoding().charset();
        boolean ascii = charset.equals(StandardCharsets.UTF_8) || isByteEach(charset);
        return ascii && format.delimiter() < 128 && format.quote() < 128 && format.quote() != PlainRow.UNQUOTED;
    }

    /// Whether every character is one byte, and the first 128 are ASCII.
    private static boolean isByteEach(Charset charset) {
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1) {
            return false;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    /// Fills `row` with the next row if it is plain and has so many columns; else stays where it is.
    boolean next(PlainRow row, int columns) throws IOException {
        if (!skipBlankLines()) {
            return false;
        }
        int[] ends = row.ends(columns);
        int end = cut(ends);
        while (end == OPEN && window.size() <= MAX_ROW) {
            window.more();
            end = cut(ends);
        }
        if (end < 0 || end - window.start() > MAX_ROW) {
            return false;
        }
        leave(row, end);
        return true;
    }

    /// As [#next] with bytes that are here already, so that rows handed out before stay what they are.
    boolean nextBeside(PlainRow row, int columns) throws IOException {
        if (window.size() == 0 || isAt(window.start(), '\n') || isAt(window.start(), '\r')) {
            return false;
        }
        int end = cut(row.ends(columns));
        if (end < 0 || end - window.start() > MAX_ROW || end + 1 >= window.limit()) {
            return false;
        }
        leave(row, end);
        return true;
    }

    private void leave(PlainRow row, int end) throws IOException {
        int at = end;
        if (end == window.limit() - 1 && window.bytes()[end] == '\r') {
            int before = window.start();
            window.more();
            row.shift(before - window.start());
            at -= before - window.start();
        }
        row.at(window.bytes(), window.start(), window.line());
        row.quotedBy(quoted ? quote : PlainRow.UNQUOTED);
        int lineEnd = at == window.limit() ? 0 : isAt(at, '\r') && isAt(at + 1, '\n') ? 2 : 1;
        window.drop(at - window.start() + lineEnd, lineEnd == 0 ? 0 : 1);
    }

    private boolean isAt(int at, char c) {
        return at < window.limit() && window.bytes()[at] == c;
    }

    private boolean skipBlankLines() throws IOException {
        while (window.size() > 0 || window.more()) {
            byte first = window.bytes()[window.start()];
            if (first != '\n' && first != '\r') {
                return true;
            }
            if (first == '\r' && window.size() == 1) {
                window.more();
            }
            boolean pair = first == '\r' && isAt(window.start() + 1, '\n');
            window.drop(pair ? 2 : 1, 1);
        }
        return false;
    }

    /// Fills the ends of all values; the answer is the end of the row, [#ODD] or [#OPEN].
    private int cut(int[] ends) {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int column = 0;
        startRow();
        for (int at = window.start(), next; at < limit; at = next) {
            next = at + Long.BYTES;
            long word = (long) WORD.get(bytes, at);
            seen |= word & HIGH;
            for (long marks = marks(word); marks != 0; marks &= marks - 1) {
                int place = at + (Long.numberOfTrailingZeros(marks) >>> 3);
                byte found = bytes[place];
                if (place >= limit) {
                    break;
                }
                if (found == delimiter && column < ends.length - 1) {
                    ends[column++] = place;
                } else if (found == '\n' || found == '\r') {
                    return end(ends, column, place);
                } else {
                    next = found == quote && place == valueStart(ends, column) ? afterQuoted(place + 1) : ODD;
                    if (next < 0) {
                        return next;
                    }
                    break;
                }
            }
        }
        return window.isEnded() ? end(ends, column, limit) : OPEN;
    }

    private void startRow() {
        seen = 0;
        quoted = false;
    }

    private int valueStart(int[] ends, int column) {
        return column == 0 ? window.start() : ends[column - 1] + 1;
    }

    /// The place after the quote that closes a value, where the value must end; [#ODD] or [#OPEN] if there is none.
    private int afterQuoted(int from) {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int at = from;
        while (at < limit && bytes[at] != quote && bytes[at] != '\n' && bytes[at] != '\r') {
            seen |= bytes[at] & HIGH;
            at++;
        }
        if (at + 1 >= limit && !window.isEnded()) {
            return OPEN;
        }
        quoted = true;
        boolean ends = at + 1 >= limit || isAt(at + 1, (char) delimiter) || isAt(at + 1, '\n') || isAt(at + 1, '\r');
        return isAt(at, (char) quote) && ends ? at + 1 : ODD;
    }

    /// The high bit of every byte that is a delimiter, a quote or half a line end.
    private long marks(long word) {
        long high = word & HIGH;
        long low = word & ~HIGH;
        long ends = (HIGH - (low ^ '\n' * ONES)) | (HIGH - (low ^ '\r' * ONES));
        return (ends | (HIGH - (low ^ delimiters)) | (HIGH - (low ^ quotes))) & HIGH & ~high;
    }

    private int end(int[] ends, int column, int place) {
        if (column != ends.length - 1 || (seen != 0 && !isText(place))) {
            return ODD;
        }
        ends[column] = place;
        return place;
    }

    /// Whether the row is all text in UTF-8; a replacement character in the file itself is not worth telling apart.
    private boolean isText(int end) {
        int from = window.start();
        return utf8 && new String(window.bytes(), from, end - from, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }
}
