package app.attune.events;

/// A 128-bit hash of texts and numbers given one after the other, for identity and not for secrets. Two 64-bit lanes,
/// each folded as [TextHash#fold] says.
final class Hash128 {
    private static final long P0 = 0xa0761d6478bd642fL;
    private static final long P1 = 0xe7037ed1a0b428dbL;
    private static final long P2 = 0x8ebc6af09c88c6e3L;
    private static final long P3 = 0x589965cc75374cc3L;

    private long low;
    private long high;

    /// Starts over.
    Hash128 reset() {
        low = P0;
        high = P1;
        return this;
    }

    Hash128 add(long word) {
        low = TextHash.fold(low ^ word, P2);
        high = TextHash.fold(high ^ Long.rotateLeft(word, 32), P3);
        return this;
    }

    /// The text's length counts, so that "ab", "c" differs from "a", "bc".
    Hash128 add(byte[] bytes, int from, int to) {
        add(to - from);
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            add(TextHash.word(bytes, at));
        }
        return add(TextHash.rest(bytes, at, to));
    }

    Hash128 add(TextCell text) {
        return add(text.bytes(), text.from(), text.to());
    }

    long low() {
        return TextHash.fold(low, P1);
    }

    long high() {
        return TextHash.fold(high, P0);
    }
}
