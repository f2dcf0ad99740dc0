package app.attune.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// 64-bit hashes of texts in UTF-8, for look-ups and comparisons and not for secrets.
///
/// Eight bytes a step, folded as [#fold] says; the length counts.
final class TextHash {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P0 = 0xa0761d6478bd642fL;
    private static final long P1 = 0xe7037ed1a0b428dbL;
    private static final long P2 = 0x8ebc6af09c88c6e3L;

    private TextHash() {}

    /// Of the bytes from `from` to `to`, exclusive.
    static long of(byte[] bytes, int from, int to) {
        long hash = ((to - from) * P1) ^ P0;
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            hash = fold(hash ^ (long) WORD.get(bytes, at), P2);
        }
        return fold(hash ^ rest(bytes, at, to), P1);
    }

    /// As [#of], another function: two lanes, which is faster for texts of some length.
    static long ofRow(byte[] bytes, int from, int to) {
        long even = ((to - from) * P1) ^ P0;
        long odd = P2;
        int at = from;
        for (; to - at >= 2 * Long.BYTES; at += 2 * Long.BYTES) {
            even = fold(even ^ (long) WORD.get(bytes, at), P2);
            odd = fold(odd ^ (long) WORD.get(bytes, at + Long.BYTES), P0);
        }
        if (to - at >= Long.BYTES) {
            odd = fold(odd ^ (long) WORD.get(bytes, at), P0);
            at += Long.BYTES;
        }
        return fold(even ^ rest(bytes, at, to), P1) ^ odd;
    }

    /// Eight bytes as one number.
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /// At most eight bytes as one number.
    static long rest(byte[] bytes, int at, int to) {
        int count = to - at;
        if (count == 0) {
            return 0;
        }
        if (at + Long.BYTES <= bytes.length) {
            return (long) WORD.get(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * count));
        }
        long rest = 0;
        for (int i = count - 1; i >= 0; i--) {
            rest = (rest << Byte.SIZE) | (bytes[at + i] & 0xFF);
        }
        return rest;
    }

    /// A 64 x 64 to 128 bit multiplication whose halves are combined. Source: the "mum" step of Wang Yi, wyhash, 2019
    /// (public domain); the constants are its odd primes.
    static long fold(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ a;
    }
}
