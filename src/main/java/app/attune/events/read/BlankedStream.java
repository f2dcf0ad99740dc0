package app.attune.events.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Leaves lines of a file blank that are no rows, so that the others keep their numbers. For encodings that write line
/// ends and signs of ASCII as one byte each.
final class BlankedStream extends FilterInputStream {
    private static final int NONE = -1;

    private final int comment;
    private final byte quote;
    private int skipLeft;
    private boolean atStart = true;
    private boolean blanking;
    private boolean quoted;

    private BlankedStream(InputStream in, SkippedLines skipped, char quote) {
        super(in);
        this.skipLeft = skipped.first();
        this.comment = skipped.comment().map(c -> (int) c).orElse(NONE);
        this.quote = (byte) quote;
    }

    static InputStream over(InputStream in, FileFormat format) {
        SkippedLines skipped = SkippedLines.of(format.layout());
        return skipped.isNone() ? in : new BlankedStream(in, skipped, format.quote());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            int n = super.read(bytes, offset, length);
            int kept = n <= 0 ? n : keep(bytes, offset, n);
            if (kept != 0 || length == 0) {
                return kept;
            }
        }
    }

    /// Moves what is kept together.
    private int keep(byte[] bytes, int offset, int n) {
        int kept = offset;
        for (int i = offset; i < offset + n; i++) {
            byte b = bytes[i];
            boolean end = b == '\n' || b == '\r';
            if (atStart && !end) {
                blanking = skipLeft > 0 || (!quoted && b == comment);
            }
            if (!blanking || end) {
                bytes[kept++] = b;
            }
            quoted ^= !blanking && b == quote;
            skipLeft -= b == '\n' && skipLeft > 0 ? 1 : 0;
            blanking &= !end;
            atStart = end;
        }
        return kept - offset;
    }
}
