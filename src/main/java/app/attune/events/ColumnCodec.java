package app.attune.events;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Turns columns of a chunk into bytes and back. Ids stay as they are; the rest is written as variable-length numbers
/// and deflated.
///
/// Numbers are zigzag varints: positions (missing is -1) as they are, times as differences, amounts as whole numbers
/// of a decimal scale that all of them fit (-1 for plain 8-byte doubles).
public final class ColumnCodec {
    private static final double[] SCALES = {1, 1e2, 1e4, 1e6};
    private static final double EXACT = 1L << 52;
    private static final long NOT_A_NUMBER = Long.MIN_VALUE;
    private static final int PLAIN = -1;

    private ColumnCodec() {}

    /// Pairs of longs, 16 bytes a row.
    public static byte[] ids(long[] lows, long[] highs, int rows) {
        ByteBuffer buffer = ByteBuffer.allocate(rows * 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            buffer.putLong(lows[i]).putLong(highs[i]);
        }
        return buffer.array();
    }

    /// One long a row.
    public static byte[] words(long[] values, int rows) {
        ByteBuffer buffer = ByteBuffer.allocate(rows * 8).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values, 0, rows);
        return buffer.array();
    }

    /// What [#ids] and [#words] wrote.
    public static long[] words(byte[] bytes) {
        long[] values = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }

    public static byte[] codes(int[] codes, int rows) {
        VarintWriter out = new VarintWriter(rows * 3);
        for (int i = 0; i < rows; i++) {
            out.write(codes[i]);
        }
        return deflate(out.bytes());
    }

    public static int[] codes(byte[] bytes, int rows) {
        VarintReader in = new VarintReader(inflate(bytes));
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = (int) in.read();
        }
        return codes;
    }

    public static byte[] times(long[] times, int rows) {
        VarintWriter out = new VarintWriter(rows * 4);
        long previous = 0;
        for (int i = 0; i < rows; i++) {
            out.write(times[i] - previous);
            previous = times[i];
        }
        return deflate(out.bytes());
    }

    public static long[] times(byte[] bytes, int rows) {
        VarintReader in = new VarintReader(inflate(bytes));
        long[] times = new long[rows];
        long previous = 0;
        for (int i = 0; i < rows; i++) {
            previous += in.read();
            times[i] = previous;
        }
        return times;
    }

    public static byte[] amounts(double[] values, int rows) {
        int scale = scale(values, rows);
        if (scale == PLAIN) {
            ByteBuffer plain = ByteBuffer.allocate(1 + rows * 8).order(ByteOrder.LITTLE_ENDIAN);
            plain.put((byte) PLAIN);
            for (int i = 0; i < rows; i++) {
                plain.putDouble(values[i]);
            }
            return deflate(plain.array());
        }
        VarintWriter out = new VarintWriter(rows * 3);
        out.write(scale);
        for (int i = 0; i < rows; i++) {
            out.write(Double.isNaN(values[i]) ? NOT_A_NUMBER : (long) Math.rint(values[i] * SCALES[scale]));
        }
        return deflate(out.bytes());
    }

    public static double[] amounts(byte[] bytes, int rows) {
        byte[] plain = inflate(bytes);
        double[] values = new double[rows];
        if (plain.length > 0 && plain[0] == PLAIN) {
            ByteBuffer.wrap(plain, 1, rows * 8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values);
            return values;
        }
        VarintReader in = new VarintReader(plain);
        double scale = SCALES[(int) in.read()];
        for (int i = 0; i < rows; i++) {
            long whole = in.read();
            values[i] = whole == NOT_A_NUMBER ? Double.NaN : whole / scale;
        }
        return values;
    }

    /// Texts in UTF-8, each after its length in bytes.
    public static byte[] texts(List<String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            VarintWriter length = new VarintWriter(5);
            length.write(bytes.length);
            out.writeBytes(length.bytes());
            out.writeBytes(bytes);
        }
        return deflate(out.toByteArray());
    }

    public static List<String> texts(byte[] bytes, int count) {
        VarintReader in = new VarintReader(inflate(bytes));
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text((int) in.read()));
        }
        return texts;
    }

    private static int scale(double[] values, int rows) {
        for (int scale = 0; scale < SCALES.length; scale++) {
            if (fits(values, rows, SCALES[scale])) {
                return scale;
            }
        }
        return PLAIN;
    }

    private static boolean fits(double[] values, int rows, double scale) {
        for (int i = 0; i < rows; i++) {
            double scaled = Math.rint(values[i] * scale);
            boolean exact = Math.abs(scaled) < EXACT
                    && Double.doubleToRawLongBits(scaled / scale) == Double.doubleToRawLongBits(values[i]);
            if (!exact && !Double.isNaN(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length / 2 + 64];
            int size = 0;
            while (!deflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                size += deflater.deflate(out, size, out.length - size);
            }
            return Arrays.copyOf(out, size);
        }
    }

    private static byte[] inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            byte[] out = new byte[bytes.length * 4 + 64];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                int n = inflater.inflate(out, size, out.length - size);
                if (n == 0 && inflater.needsInput()) {
                    throw new IllegalStateException("A stored column ends too early");
                }
                size += n;
            }
            return Arrays.copyOf(out, size);
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored column is damaged", e);
        }
    }
}
