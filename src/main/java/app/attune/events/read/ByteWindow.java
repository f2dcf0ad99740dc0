package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A growing view of the bytes of a file from the current row's start on. Whoever needs characters reads them ahead
/// from here and says later how far it got.
final class ByteWindow implements AutoCloseable {
    /// Bytes behind the last one that may be read without harm.
    static final int SPARE = 8;

    private static final int MARK = 3;
    private static final int INITIAL = 1 << 18;
    private static final int FIRST_STEP = 1 << 11;
    private static final int LAST_STEP = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[INITIAL];
    private int start;
    private int limit;
    private int ahead;
    private int step = FIRST_STEP;
    private long line = 1;
    private boolean ended;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /// Leaves a byte order mark behind; to be called first, if at all.
    void skipMark(Encoding encoding) throws IOException {
        limit = in.readNBytes(bytes, 0, MARK);
        start = encoding.markBytes(bytes, limit);
        ahead = start;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int limit() {
        return limit;
    }

    int size() {
        return limit - start;
    }

    boolean isEnded() {
        return ended;
    }

    /// Of the file, from 1, where the row starts.
    long line() {
        return line;
    }

    /// Makes more bytes available; false at the end of the file.
    boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            ahead -= start;
            limit -= start;
            start = 0;
        }
        if (bytes.length - SPARE == limit) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int n = in.read(bytes, limit, bytes.length - SPARE - limit);
        ended = n < 0;
        limit += Math.max(n, 0);
        return !ended;
    }

    /// Leaves so many bytes and line ends behind.
    void drop(int count, int lines) {
        start += count;
        line += lines;
    }

    /// From here on characters are read ahead of the current row.
    void rewind() {
        ahead = start;
        step = FIRST_STEP;
    }

    /// The rows up to here were read as characters.
    void drop(int count, long nowAtLine) {
        start += count;
        line = nowAtLine;
    }

    /// The bytes from the last [#rewind] on, in steps that grow.
    InputStream ahead() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return readAhead(target, offset, length);
            }
        };
    }

    private int readAhead(byte[] target, int offset, int length) throws IOException {
        if (ahead == limit && !more()) {
            return -1;
        }
        int n = Math.min(Math.min(length, step), limit - ahead);
        System.arraycopy(bytes, ahead, target, offset, n);
        ahead += n;
        step = Math.min(step * 2, LAST_STEP);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
