package app.attune.events;

import java.nio.charset.StandardCharsets;

/// A text in UTF-8 somewhere in an array of bytes. Reused: it holds until it is set again or the array is overwritten.
final class TextCell {
    private static final byte[] NOTHING = new byte[0];

    private byte[] bytes = NOTHING;
    private int from;
    private int to;
    private long hash;
    private boolean hashed;

    static TextCell of(String text) {
        TextCell cell = new TextCell();
        cell.set(text);
        return cell;
    }

    void set(byte[] array, int start, int end) {
        bytes = array;
        from = start;
        to = end;
        hashed = false;
    }

    void set(String text) {
        byte[] encoded = text.isEmpty() ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
        set(encoded, 0, encoded.length);
    }

    void set(TextCell other) {
        bytes = other.bytes;
        from = other.from;
        to = other.to;
        hash = other.hash;
        hashed = other.hashed;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    long hash() {
        if (!hashed) {
            hash = TextHash.of(bytes, from, to);
            hashed = true;
        }
        return hash;
    }

    /// The first eight bytes as one number, fewer if there are not more.
    long start() {
        return TextHash.rest(bytes, from, Math.min(to, from + Long.BYTES));
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
