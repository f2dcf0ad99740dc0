package app.attune.events;

import java.util.Arrays;

/// Writes whole numbers in as few bytes as they need, small ones of either sign in one.
final class VarintWriter {
    private byte[] bytes;
    private int size;

    VarintWriter(int expected) {
        bytes = new byte[Math.max(expected, 16)];
    }

    void write(long value) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((zigzag & 0x7F) | 0x80);
            zigzag >>>= 7;
        }
        bytes[size++] = (byte) zigzag;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
