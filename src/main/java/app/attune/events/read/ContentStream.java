package app.attune.events.read;

import app.attune.core.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// The uncompressed bytes of a file, which refuses to go on when they are implausibly many for its size.
public final class ContentStream extends FilterInputStream {
    private final CountingStream compressed;
    private long expanded;

    ContentStream(InputStream content, CountingStream compressed) {
        super(content);
        this.compressed = compressed;
    }

    /// Bytes of the file on disk that have been read so far.
    public long position() {
        return compressed.count();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int n = super.read(bytes, offset, length);
            grow(Math.max(n, 0));
            return n;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException("the compressed content is damaged", e);
        }
    }

    private void grow(int bytes) {
        expanded += bytes;
        if (Expansion.isTooMuch(expanded, compressed.count())) {
            throw ProblemException.of(
                    "import.expands-too-much",
                    String.format(
                            Locale.ROOT,
                            "The compressed file grew to %,d bytes from %,d, more than %d times: it looks like a trap.",
                            expanded,
                            compressed.count(),
                            Expansion.MAX_RATIO),
                    "If you trust the file, unpack it yourself and import the unpacked one.");
        }
    }
}
