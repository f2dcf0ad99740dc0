package app.attune.events;

/// A 128-bit hash of texts and numbers given one after the other, for identity and not for secrets.
///
/// Two 64-bit lanes, each folded by a 64 x 64 to 128 bit multiplication whose halves are combined. Source: the "mum"
/// step of Wang Yi, wyhash, 2019 (public domain); constants are its odd primes.
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
        low = fold(low ^ word, P2);
        high = fold(high ^ Long.rotateLeft(word, 32), P3);
        return this;
    }

    /// The text's length counts, so that "ab", "c" differs from "a", "bc".
    Hash128 add(String text) {
        int n = text.length();
        add(n);
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            add(text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48);
        }
        long rest = 0;
        for (; i < n; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        return add(rest);
    }

    long low() {
        return fold(low, P1);
    }

    long high() {
        return fold(high, P0);
    }

    private static long fold(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ a;
    }
}
