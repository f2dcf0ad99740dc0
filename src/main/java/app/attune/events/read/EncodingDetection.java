package app.attune.events.read;

import app.attune.events.read.EncodingGuess.Sureness;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/// Tells from the first bytes of a file how they stand for characters.
///
/// A byte order mark decides; else zero bytes at every other place mean UTF-16; else text that is valid UTF-8, or all
/// but valid, is UTF-8. East Asian encodings of several bytes are told by a detector of frequencies, as long as they
/// decode without an error; encodings of one byte by what letters stand beside each other, see [SingleByteScores].
final class EncodingDetection {
    private static final int LOOKED_AT = 2_000;
    private static final int FEW = 3;
    private static final List<String> SEVERAL_BYTES =
            List.of("BIG5", "GB18030", "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "ISO-2022-JP", "ISO-2022-KR");

    private final byte[] head;

    private EncodingDetection(byte[] head) {
        this.head = head;
    }

    static EncodingGuess detect(byte[] head) {
        EncodingDetection detection = new EncodingDetection(head);
        return detection
                .byMark()
                .or(detection::byZeros)
                .or(detection::asUtf8)
                .or(detection::bySeveralBytes)
                .orElseGet(() -> SingleByteScores.best(head));
    }

    private Optional<EncodingGuess> byMark() {
        for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE)) {
            if (encoding.markBytes(head, head.length) > 0) {
                return guess(encoding, Sureness.CERTAIN, "the file begins with its byte order mark.");
            }
        }
        return Optional.empty();
    }

    private Optional<EncodingGuess> byZeros() {
        int pairs = Math.min(head.length, LOOKED_AT) / 2;
        if (pairs >= 2 && zeros(1) * 10 > pairs * 7 && zeros(0) * 10 < pairs) {
            return guess(Encoding.UTF_16LE, Sureness.LIKELY, "every second byte is zero.");
        }
        if (pairs >= 2 && zeros(0) * 10 > pairs * 7 && zeros(1) * 10 < pairs) {
            return guess(Encoding.UTF_16BE, Sureness.LIKELY, "every second byte is zero.");
        }
        return Optional.empty();
    }

    private int zeros(int phase) {
        int zeros = 0;
        for (int i = phase; i < Math.min(head.length, LOOKED_AT); i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private Optional<EncodingGuess> asUtf8() {
        String text = new String(head, Encoding.UTF_8.charset());
        long right = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        boolean shifted = right == 0 && wrong == 0 && text.indexOf('\u001B') >= 0;
        if (decodes(Encoding.UTF_8.charset()) && !shifted) {
            return right == 0
                    ? guess(Encoding.UTF_8, Sureness.ASSUMED, "the first bytes are all ASCII.")
                    : guess(
                            Encoding.UTF_8,
                            right >= FEW ? Sureness.CERTAIN : Sureness.LIKELY,
                            "all its characters beyond ASCII, " + right + " in the first bytes, are valid.");
        }
        return right > wrong * 5
                ? guess(
                        Encoding.UTF_8,
                        Sureness.LIKELY,
                        right + " characters beyond ASCII are valid and " + wrong + " are not.")
                : Optional.empty();
    }

    private Optional<EncodingGuess> bySeveralBytes() {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(head, 0, head.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || !SEVERAL_BYTES.contains(name.toUpperCase(Locale.ROOT)) || !Charset.isSupported(name)) {
            return Optional.empty();
        }
        Charset charset = Charset.forName(name);
        String text = new String(head, charset);
        long asian = text.chars().filter(c -> c >= 0x2E80).count();
        long other = text.chars().filter(c -> c > 127 && c < 0x2E80).count();
        if (!decodes(charset) || asian < FEW || other * 5 > asian) {
            return Optional.empty();
        }
        return guess(
                new Encoding(charset),
                asian > 20 ? Sureness.LIKELY : Sureness.GUESSED,
                asian + " East Asian characters in the first bytes are as frequent as they should be.");
    }

    /// A character cut off by the end of the head does not count.
    private boolean decodes(Charset charset) {
        return !charset.newDecoder()
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    private static Optional<EncodingGuess> guess(Encoding encoding, Sureness sureness, String because) {
        return Optional.of(new EncodingGuess(encoding, sureness, because));
    }
}
