package app.attune.events;

import java.nio.charset.StandardCharsets;

/// Reads what [VarintWriter] wrote.
final class VarintReader {
    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long read() {
        long zigzag = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            zigzag |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return zigzag >>> 1 ^ -(zigzag & 1);
            }
        }
    }

    String text(int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
