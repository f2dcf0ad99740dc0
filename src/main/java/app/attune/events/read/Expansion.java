package app.attune.events.read;

import app.attune.core.ProblemException;
import java.util.Locale;

/// What the bytes of one file grow to while they are unpacked; refuses to go on when that is implausibly much.
final class Expansion {
    /// Below this nothing is implausible.
    static final long FREE_BYTES = 64L << 20;
    /// Real exports shrink 5 to 60 times; a bomb 1,000 times.
    static final long MAX_RATIO = 250;
    /// So many records or values are never implausible.
    static final long FREE_COUNT = 10_000_000;
    /// Columns that say the same in every row take about a byte for so many values.
    static final long MAX_COUNT_RATIO = 1_000;

    private static final String UNPACK =
            "If you trust the file, unpack it yourself, or have it written as CSV, and import that one.";

    private final String name;
    private long packed;
    private long unpacked;

    /// @param name of the file, for the message
    Expansion(String name) {
        this.name = name;
    }

    /// Some of the file was unpacked.
    ///
    /// @throws ProblemException `import.expands-too-much`
    void grow(long packedBytes, long unpackedBytes) {
        packed += packedBytes;
        unpacked += unpackedBytes;
        if (isTooMuch(unpacked, packed)) {
            throw tooMuch(String.format(
                    Locale.ROOT,
                    "The content of %s grew to %,d bytes from %,d, more than %d times",
                    name,
                    unpacked,
                    packed,
                    MAX_RATIO));
        }
    }

    /// Something is said to be there so many times.
    ///
    /// @param what    such as "records"
    /// @param onDisk bytes that hold them
    /// @throws ProblemException `import.expands-too-much`
    void count(String what, long times, long onDisk) {
        if (times > FREE_COUNT && times / MAX_COUNT_RATIO > onDisk) {
            throw tooMuch(String.format(
                    Locale.ROOT, "%s says it has %,d %s in %,d bytes", name, times, what, Math.max(0, onDisk)));
        }
    }

    static boolean isTooMuch(long unpacked, long packed) {
        return unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed;
    }

    private static ProblemException tooMuch(String what) {
        return ProblemException.of("import.expands-too-much", what + ": it looks like a trap.", UNPACK);
    }
}
