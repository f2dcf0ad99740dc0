package app.attune.events.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A growing view of the characters of a file from the current row's start on.
final class CharWindow implements AutoCloseable {
    /// What [#lineEnd] answers when a line is longer than allowed.
    static final int TOO_LONG = -1;
    /// The longest row, in characters.
    static final int MAX_ROW = 4 << 20;

    private static final int INITIAL = 1 << 17;
    private static final int SPARE = 2;

    private final StrictText text;
    private char[] buffer = new char[INITIAL];
    private int start;
    private int limit;
    private long offset;
    private int leftBytes;
    private long line = 1;
    private boolean ended;

    CharWindow(StrictText text) {
        this.text = text;
    }

    /// Characters at hand from the row's start.
    int size() {
        return limit - start;
    }

    char at(int index) {
        return buffer[start + index];
    }

    String text(int from, int to) {
        return new String(buffer, start + from, to - from);
    }

    /// Of the file, from 1, where the row starts.
    long line() {
        return line;
    }

    /// Makes more characters available; false at the end of the file.
    boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (buffer.length - limit < SPARE) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = text.read(buffer, limit);
        ended = n < 0;
        limit += Math.max(n, 0);
        return !ended;
    }

    /// Position of the first line end at or after `from`, [#size] if the file ends first, or [#TOO_LONG].
    int lineEnd(int from) throws IOException {
        int index = from;
        while (true) {
            int found = scan(index);
            if (found >= 0) {
                return found;
            }
            index = size();
            if (index > MAX_ROW) {
                return TOO_LONG;
            }
            if (!more()) {
                return size();
            }
        }
    }

    private int scan(int from) {
        char[] chars = buffer;
        for (int i = start + from; i < limit; i++) {
            char c = chars[i];
            if (c == '\n' || c == '\r') {
                return i - start;
            }
        }
        return -1;
    }

    /// Position after the line end at `end`; a carriage return and a line feed are one line end.
    int afterLineEnd(int end) throws IOException {
        if (end >= size()) {
            return end;
        }
        if (at(end) == '\r' && (end + 1 < size() || more()) && at(end + 1) == '\n') {
            return end + 2;
        }
        return end + 1;
    }

    /// Leaves the first `count` characters behind and counts the line ends among them.
    void drop(int count) {
        for (int i = 0; i < count; i++) {
            char c = at(i);
            if (c == '\n' ? i == 0 || at(i - 1) != '\r' : c == '\r') {
                line++;
            }
        }
        leave(count);
    }

    /// Leaves the first line behind when nothing but its end matters.
    void dropLine(int count) {
        boolean ends = count > 0 && (at(count - 1) == '\n' || at(count - 1) == '\r');
        line += ends ? 1 : 0;
        leave(count);
    }

    private void leave(int count) {
        leftBytes += text.bytesOf(buffer, start, count, offset);
        start += count;
        offset += count;
    }

    /// How many bytes were left behind since the last call, in an encoding that extends ASCII.
    int takeLeftBytes() {
        int left = leftBytes;
        leftBytes = 0;
        return left;
    }

    /// Forgets what is at hand and goes on where the text's stream now is, at this line of the file.
    void restart(long atLine) {
        text.restart();
        start = 0;
        limit = 0;
        offset = 0;
        leftBytes = 0;
        line = atLine;
        ended = false;
    }

    /// Leaves the rest of the current line behind, however long it is.
    void dropLongLine() throws IOException {
        int end = scan(0);
        while (end < 0) {
            dropLine(size());
            if (!more()) {
                return;
            }
            end = scan(0);
        }
        dropLine(afterLineEnd(end));
    }

    /// The first undecodable character among the first `count`.
    OptionalInt firstBad(int count) {
        OptionalLong bad = text.firstBad(offset, offset + count);
        return bad.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) (bad.getAsLong() - offset));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
