package app.attune.recommend.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Arrays as NumPy reads them, little-endian, row by row.
///
/// Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", version 1.0 of the format.
final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNED = 64;

    private NpyFile() {}

    static byte[] of(int[] values, int... shape) {
        ByteBuffer file = start("<i4", Integer.BYTES, values.length, shape);
        Arrays.stream(values).forEach(file::putInt);
        return bytes(file);
    }

    static byte[] of(double[] values, int... shape) {
        ByteBuffer file = start("<f8", Double.BYTES, values.length, shape);
        Arrays.stream(values).forEach(file::putDouble);
        return bytes(file);
    }

    static byte[] of(float[] values, int... shape) {
        ByteBuffer file = start("<f4", Float.BYTES, values.length, shape);
        for (float value : values) {
            file.putFloat(value);
        }
        return bytes(file);
    }

    private static byte[] bytes(ByteBuffer full) {
        byte[] bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return bytes;
    }

    private static ByteBuffer start(String type, int size, int length, int... shape) {
        String dimensions = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        String said = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + dimensions + "), }";
        int before = MAGIC.length + Short.BYTES;
        int padding = ALIGNED - (before + said.length() + 1) % ALIGNED;
        byte[] header = (said + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(before + header.length, Math.multiplyExact(length, size)))
                .order(ByteOrder.LITTLE_ENDIAN);
        return file.put(MAGIC).putShort((short) header.length).put(header);
    }
}
