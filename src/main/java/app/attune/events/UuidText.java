package app.attune.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads UUIDs in their canonical form: 36 characters, digits in lower case. Every such text has bits of its own.
final class UuidText {
    private static final int LENGTH = 36;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long NIBBLES = 0x0F0F0F0F0F0F0F0FL;
    private static final long ODD = 1L << 32;

    private long high;
    private long low;

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /// Whether the text is one; only then the two halves are its bits.
    boolean read(TextCell text) {
        byte[] bytes = text.bytes();
        int at = text.from();
        if (text.length() != LENGTH
                || bytes[at + 8] != '-'
                || bytes[at + 13] != '-'
                || bytes[at + 18] != '-'
                || bytes[at + 23] != '-') {
            return false;
        }
        long first = digits(TextHash.word(bytes, at));
        long second = digits(pair(bytes, at + 9, at + 14));
        long third = digits(pair(bytes, at + 19, at + 24));
        long fourth = digits(TextHash.word(bytes, at + 28));
        high = (first << 32) | second;
        low = (third << 32) | fourth;
        return (first | second | third | fourth) < ODD;
    }

    private static long pair(byte[] bytes, int first, int second) {
        return ((int) INT.get(bytes, first) & 0xFFFFFFFFL) | ((long) (int) INT.get(bytes, second) << 32);
    }

    /// The 32 bits that eight hexadecimal digits stand for, or [#ODD] if one is none.
    private static long digits(long text) {
        long letters = (text >>> 6) & ONES;
        long values = (text & NIBBLES) + letters * 9;
        long overNine = ((values + 0x76 * ONES) >>> 7) & ONES;
        boolean valid = (values & ~NIBBLES) == 0 && values + '0' * ONES + overNine * ('a' - '0' - 10) == text;
        return valid ? Long.compress(Long.reverseBytes(values), NIBBLES) : ODD;
    }
}
