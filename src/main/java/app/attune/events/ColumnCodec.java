package app.attune.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Turns columns of a chunk into bytes and back. Ids stay as they are; numbers become [PackedNumbers], where most rows
/// repeat the row before and the numbers are wide they are deflated as well; texts are deflated.
///
/// Positions (missing is -1) are packed as they are, times as differences, amounts as whole numbers of a decimal scale
/// that all of them fit ([#PLAIN] for 8-byte doubles).
public final class ColumnCodec {
    /// Bits of a mark: two different contents have the same one once in 65,536 times.
    public static final int MARK_BITS = 16;

    private static final int MARK_BYTES = MARK_BITS / Byte.SIZE;
    private static final double[] SCALES = {1, 1e2, 1e4, 1e6};
    private static final double EXACT = 1L << 52;
    private static final int PLAIN = -1;
    private static final long SECOND = 1_000;
    /// Bytes that no column has, however often a text repeats.
    private static final int LARGEST = 1 << 26;
    /// A long and an int before the numbers.
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private ColumnCodec() {}

    /// Pairs of longs, 16 bytes a row.
    public static byte[] ids(long[] lowsAndHighs, int rows) {
        byte[] bytes = new byte[rows * 16];
        little(bytes).asLongBuffer().put(lowsAndHighs, 0, 2 * rows);
        return bytes;
    }

    /// What [#ids(long[], int)] wrote.
    public static long[] ids(byte[] bytes) {
        long[] lowsAndHighs = new long[bytes.length / 8];
        little(bytes).asLongBuffer().get(lowsAndHighs);
        return lowsAndHighs;
    }

    /// Whole numbers of [#MARK_BITS] bits.
    public static byte[] marks(int[] marks, int rows) {
        byte[] bytes = new byte[rows * MARK_BYTES];
        for (int i = 0; i < rows; i++) {
            bytes[MARK_BYTES * i] = (byte) marks[i];
            bytes[MARK_BYTES * i + 1] = (byte) (marks[i] >>> 8);
        }
        return bytes;
    }

    /// What [#marks(int[], int)] wrote.
    public static int[] marks(byte[] bytes) {
        int[] marks = new int[bytes.length / MARK_BYTES];
        for (int i = 0; i < marks.length; i++) {
            int at = MARK_BYTES * i;
            marks[i] = (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
        }
        return marks;
    }

    public static byte[] codes(int[] codes, int rows) {
        return codes(codes, rows, new long[rows]);
    }

    /// @param numbers room for so many, which is overwritten
    static byte[] codes(int[] codes, int rows, long[] numbers) {
        for (int i = 0; i < rows; i++) {
            numbers[i] = codes[i];
        }
        return PackedNumbers.write(numbers, rows);
    }

    public static int[] codes(byte[] bytes, int rows) {
        return codes(bytes, rows, new long[rows]);
    }

    /// @param numbers room for so many, which is overwritten
    static int[] codes(byte[] bytes, int rows, long[] numbers) {
        PackedNumbers.read(bytes, 0, rows, numbers);
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = (int) numbers[i];
        }
        return codes;
    }

    public static byte[] times(long[] times, int rows) {
        return times(times, rows, new long[rows]);
    }

    /// @param steps room for so many, which is overwritten
    static byte[] times(long[] times, int rows, long[] steps) {
        long unit = SECOND;
        for (int i = 0; i < rows && unit > 1; i++) {
            unit = times[i] % SECOND == 0 ? SECOND : 1;
        }
        long first = rows == 0 ? 0 : times[0];
        Arrays.fill(steps, 0, Math.min(rows, 1), 0);
        for (int i = 1; i < rows; i++) {
            steps[i] = (times[i] - times[i - 1]) / unit;
        }
        return headed(first, (int) unit, PackedNumbers.write(steps, rows));
    }

    public static long[] times(byte[] bytes, int rows) {
        long time = little(bytes).getLong();
        long unit = little(bytes).getInt(Long.BYTES);
        long[] times = PackedNumbers.read(bytes, HEADER, rows);
        for (int i = 0; i < rows; i++) {
            time += times[i] * unit;
            times[i] = time;
        }
        return times;
    }

    public static byte[] amounts(double[] values, int rows) {
        return amounts(values, rows, new long[rows]);
    }

    /// @param whole room for so many, which is overwritten
    static byte[] amounts(double[] values, int rows, long[] whole) {
        int scale = scale(values, rows);
        if (scale == PLAIN) {
            byte[] plain = new byte[rows * Double.BYTES];
            little(plain).asDoubleBuffer().put(values, 0, rows);
            return headed(0, PLAIN, plain);
        }
        long missing = 0;
        for (int i = 0; i < rows; i++) {
            whole[i] = (long) Math.rint(values[i] * SCALES[scale]);
            missing = Math.max(missing, whole[i] + 1);
        }
        for (int i = 0; i < rows; i++) {
            whole[i] = Double.isNaN(values[i]) ? missing : whole[i];
        }
        return headed(missing, scale, PackedNumbers.write(whole, rows));
    }

    public static double[] amounts(byte[] bytes, int rows) {
        return amounts(bytes, rows, new long[rows]);
    }

    /// @param whole room for so many, which is overwritten
    static double[] amounts(byte[] bytes, int rows, long[] whole) {
        double[] values = new double[rows];
        long missing = little(bytes).getLong();
        int scale = little(bytes).getInt(Long.BYTES);
        if (scale == PLAIN) {
            little(bytes)
                    .position(HEADER)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values);
            return values;
        }
        PackedNumbers.read(bytes, HEADER, rows, whole);
        for (int i = 0; i < rows; i++) {
            values[i] = whole[i] == missing ? Double.NaN : whole[i] / SCALES[scale];
        }
        return values;
    }

    /// Texts in UTF-8, each after its length in bytes.
    public static byte[] texts(List<String> texts) {
        VarintWriter out = new VarintWriter(0);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
        }
        return deflate(out.bytes());
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
                    && Double.doubleToRawLongBits((long) scaled / scale) == Double.doubleToRawLongBits(values[i]);
            if (!exact && !Double.isNaN(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] headed(long number, int kind, byte[] content) {
        byte[] bytes = new byte[HEADER + content.length];
        little(bytes).putLong(number).putInt(kind).put(content);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] deflate(byte[] bytes) {
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

    static byte[] inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            byte[] out = new byte[bytes.length * 4 + 64];
            int size = 0;
            while (!inflater.finished()) {
                if (size > LARGEST) {
                    throw new IllegalStateException("A stored column is larger than any that is written");
                }
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
