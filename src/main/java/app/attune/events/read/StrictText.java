package app.attune.events.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/// Characters of a byte stream, with every place remembered where bytes are no characters in its encoding.
final class StrictText implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MARK = 3;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int REPLACEMENT_BYTES = 3;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final Deque<Bad> bad = new ArrayDeque<>();
    private final boolean utf8;
    private long produced;
    private boolean ended;

    StrictText(InputStream in, Encoding encoding) throws IOException {
        this(in, encoding.charset());
        int n = in.readNBytes(bytes.array(), 0, MARK);
        bytes.limit(n).position(encoding.markBytes(bytes.array(), n));
    }

    /// Of a stream that does not start with a mark.
    StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Forgets everything read so far and goes on where the stream now is.
    void restart() {
        decoder.reset();
        bytes.position(0).limit(0);
        bad.clear();
        produced = 0;
        ended = false;
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
            if (!out.hasRemaining()) {
                return;
            }
            bad.add(new Bad(produced + out.position() - start, result.length()));
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
        while (!bad.isEmpty() && bad.getFirst().place() < from) {
            bad.removeFirst();
        }
        return bad.isEmpty() || bad.getFirst().place() >= to
                ? OptionalLong.empty()
                : OptionalLong.of(bad.getFirst().place());
    }

    /// How many bytes these characters were in the stream, which is UTF-8 or has one byte a character.
    ///
    /// @param chars holds them from `start` on
    /// @param from  place of the first of them, counted in characters from the start of the stream
    int bytesOf(char[] chars, int start, int length, long from) {
        if (!utf8) {
            return length;
        }
        int count = 0;
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            count += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : REPLACEMENT_BYTES;
        }
        for (Bad place : bad) {
            boolean inside = place.place() >= from && place.place() < from + length;
            count += inside ? place.bytes() - REPLACEMENT_BYTES : 0;
        }
        return count;
    }

    /// Bytes that are no character, and the place of the one that stands for them.
    private record Bad(long place, int bytes) {}

    @Override
    public void close() throws IOException {
        in.close();
    }
}
