package app.attune.recommend.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A message of Protocol Buffers taken apart without knowing what it is: numbers and bytes by field, in their order.
record ProtoFields(TreeMap<Integer, List<Object>> fields) {
    static ProtoFields of(byte[] message) {
        TreeMap<Integer, List<Object>> fields = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long tag = varint(in);
            Object value = switch ((int) tag & 7) {
                case 0 -> varint(in);
                case 2 -> {
                    byte[] bytes = new byte[Math.toIntExact(varint(in))];
                    in.get(bytes);
                    yield bytes;
                }
                default -> throw new IllegalArgumentException("wire type of tag " + tag);
            };
            fields.computeIfAbsent((int) (tag >>> 3), number -> new ArrayList<>())
                    .add(value);
        }
        return new ProtoFields(fields);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte read = in.get();
            value |= (long) (read & 0x7f) << shift;
            if (read >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a varint without end");
    }

    List<Long> numbers(int field) {
        return all(field).stream().map(Long.class::cast).toList();
    }

    List<String> texts(int field) {
        return all(field).stream()
                .map(bytes -> new String((byte[]) bytes, StandardCharsets.UTF_8))
                .toList();
    }

    List<ProtoFields> messages(int field) {
        return all(field).stream().map(bytes -> of((byte[]) bytes)).toList();
    }

    List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
