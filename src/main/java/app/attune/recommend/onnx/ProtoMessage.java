package app.attune.recommend.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A message in the wire format of Protocol Buffers, put together field by field; what is put inside is not copied.
///
/// Whole numbers are varints, wire type 0, those below 0 as their 64 bits; texts, bytes and messages are their length
/// and
/// their content, wire type 2. Source: Google, "Protocol Buffers: Encoding",
/// https://protobuf.dev/programming-guides/encoding.
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int TYPE_BITS = 3;
    private static final int GROUP_BITS = 7;
    private static final int LONGEST = 10;

    private final List<byte[]> parts = new ArrayList<>();
    private long size;

    ProtoMessage whole(int field, long value) {
        add(varint((long) field << TYPE_BITS | VARINT));
        add(varint(value));
        return this;
    }

    ProtoMessage wholes(int field, long... values) {
        for (long value : values) {
            whole(field, value);
        }
        return this;
    }

    ProtoMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage texts(int field, List<String> values) {
        values.forEach(value -> text(field, value));
        return this;
    }

    /// @param value not changed afterwards
    ProtoMessage bytes(int field, byte[] value) {
        start(field, value.length);
        add(value);
        return this;
    }

    /// @param value not changed afterwards
    ProtoMessage message(int field, ProtoMessage value) {
        start(field, value.size);
        parts.addAll(value.parts);
        size += value.size;
        return this;
    }

    ProtoMessage messages(int field, List<ProtoMessage> values) {
        values.forEach(value -> message(field, value));
        return this;
    }

    /// In bytes.
    long size() {
        return size;
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    private void start(int field, long length) {
        add(varint((long) field << TYPE_BITS | LENGTH));
        add(varint(length));
    }

    private void add(byte[] part) {
        parts.add(part);
        size += part.length;
    }

    /// Seven bits a byte, the lowest first; all but the last have their highest bit set.
    private static byte[] varint(long value) {
        byte[] bytes = new byte[LONGEST];
        int length = 0;
        long rest = value;
        do {
            int low = (int) (rest & 0x7f);
            rest >>>= GROUP_BITS;
            bytes[length++] = (byte) (rest == 0 ? low : low | 0x80);
        } while (rest != 0);
        return Arrays.copyOf(bytes, length);
    }
}
