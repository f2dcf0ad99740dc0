package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/// Characters of a byte stream, with every place remembered where bytes are no characters in its encoding.
final class StrictText implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MARK = 3;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final Deque<Long> bad = new ArrayDeque<>();
    private long produced;
    private boolean ended;

    StrictText(InputStream in, Encoding encoding) throws IOException {
        this.in = in;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int n = in.readNBytes(bytes.array(), 0, MARK);
        bytes.limit(n).position(encoding.markBytes(bytes.array(), n));
    }

    /// Fills `target` from `offset` on.
    ///
    /// @return how many characters were written, -1 at the end
    int read(char[] target, int offset) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, target.length - offset);
        int start = out.position();
        while (out.position() == start) {
            if (!bytes.hasRemaining() && ended) {
                return -1;
            }
            decode(out, start);
        }
        produced += out.position() - start;
        return out.position() - start;
    }

    private void decode(CharBuffer out, int start) throws IOException {
        CoderResult result = decoder.decode(bytes, out, ended);
        if (result.isError()) {
            bad.add(produced + out.position() - start);
            out.put(REPLACEMENT);
            bytes.position(bytes.position() + result.length());
        } else if (result.isUnderflow() && !ended) {
            refill();
        } else if (result.isUnderflow()) {
            bytes.position(bytes.limit());
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + n);
        }
        bytes.flip();
    }

    /// The first undecodable place at or after `from` and before `to`, counted in characters from the start.
    OptionalLong firstBad(long from, long to) {
        while (!bad.isEmpty() && bad.peekFirst() < from) {
            bad.removeFirst();
        }
        return bad.isEmpty() || bad.peekFirst() >= to ? OptionalLong.empty() : OptionalLong.of(bad.peekFirst());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
