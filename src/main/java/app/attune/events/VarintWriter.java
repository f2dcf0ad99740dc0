package app.attune.events;

import java.util.Arrays;

/// Writes whole numbers in as few bytes as they need, small ones of either sign in one.
final class VarintWriter {
    /// Bytes of the largest number.
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    VarintWriter(int expected) {
        bytes = new byte[Math.max(expected, 16)];
    }

    void write(long value) {
        makeRoom(LONGEST);
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((zigzag & 0x7F) | 0x80);
            zigzag >>>= 7;
        }
        bytes[size++] = (byte) zigzag;
    }

    /// A text in UTF-8, after its length.
    void write(byte[] text, int from, int to) {
        write(to - from);
        makeRoom(to - from);
        System.arraycopy(text, from, bytes, size, to - from);
        size += to - from;
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
