package app.attune.export.unleash;

import java.nio.charset.StandardCharsets;

/// MurmurHash3 of 32 bits, by which Unleash spreads users.
/// Source: Austin Appleby, SMHasher, MurmurHash3_x86_32.
final class Murmur3 {
    private static final int FIRST = 0xcc9e2d51;
    private static final int SECOND = 0x1b873593;
    private static final int BLOCK = 4;

    private Murmur3() {}

    /// Where a value falls among so many equal parts, from 1.
    static int part(String group, String value, Parts parts) {
        return 1 + Integer.remainderUnsigned(hash(group + ":" + value, parts.seed()), parts.count());
    }

    /// @param count at least 1
    record Parts(int count, int seed) {}

    /// Of the text's UTF-8.
    static int hash(String text, int seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int whole = bytes.length / BLOCK * BLOCK;
        int hash = seed;
        for (int at = 0; at < whole; at += BLOCK) {
            hash = Integer.rotateLeft(hash ^ mixed(little(bytes, at, BLOCK)), 13) * 5 + 0xe6546b64;
        }
        hash ^= mixed(little(bytes, whole, bytes.length - whole));
        hash ^= bytes.length;
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static int mixed(int block) {
        return Integer.rotateLeft(block * FIRST, 15) * SECOND;
    }

    private static int little(byte[] bytes, int from, int length) {
        int block = 0;
        for (int i = 0; i < length; i++) {
            block |= (bytes[from + i] & 0xff) << (8 * i);
        }
        return block;
    }
}
