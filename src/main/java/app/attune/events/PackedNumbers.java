package app.attune.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Whole numbers in blocks of 1,024: of each block the smallest number, then the distance of every number from it in as
/// few bits as the largest distance needs.
///
/// Wide numbers that mostly repeat the one before are deflated instead, as varints. The first byte tells which.
final class PackedNumbers {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 1_024;
    private static final int BLOCK_HEADER = Long.BYTES + 1;
    private static final byte PACKED = 1;
    private static final byte DEFLATED = 2;
    private static final int WIDE = 8;

    private byte[] bytes = new byte[1 << 12];
    private int size;

    private PackedNumbers() {}

    static byte[] write(long[] numbers, int rows) {
        PackedNumbers out = new PackedNumbers();
        if (isRepeating(numbers, rows)) {
            return out.deflated(numbers, rows);
        }
        out.bytes[out.size++] = PACKED;
        for (int from = 0; from < rows; from += BLOCK) {
            out.block(numbers, from, Math.min(from + BLOCK, rows));
        }
        return Arrays.copyOf(out.bytes, out.size);
    }

    /// What [#write] wrote, which starts at `from` and ends with the array.
    static long[] read(byte[] bytes, int from, int rows) {
        long[] numbers = new long[rows];
        if (bytes[from] == DEFLATED) {
            VarintReader in = new VarintReader(ColumnCodec.inflate(Arrays.copyOfRange(bytes, from + 1, bytes.length)));
            Arrays.setAll(numbers, i -> in.read());
            return numbers;
        }
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        int at = from + 1;
        for (int row = 0; row < rows; row += BLOCK) {
            at = readBlock(padded, at, numbers, row);
        }
        return numbers;
    }

    private static boolean isRepeating(long[] numbers, int rows) {
        int repeated = 0;
        long bits = 0;
        for (int i = 1; i < rows; i++) {
            repeated += numbers[i] == numbers[i - 1] ? 1 : 0;
            bits |= numbers[i] ^ numbers[0];
        }
        return repeated > rows / 2 && Long.SIZE - Long.numberOfLeadingZeros(bits) > WIDE;
    }

    private byte[] deflated(long[] numbers, int rows) {
        VarintWriter out = new VarintWriter(rows * 2);
        for (int i = 0; i < rows; i++) {
            out.write(numbers[i]);
        }
        byte[] content = ColumnCodec.deflate(out.bytes());
        byte[] tagged = new byte[content.length + 1];
        tagged[0] = DEFLATED;
        System.arraycopy(content, 0, tagged, 1, content.length);
        return tagged;
    }

    private void block(long[] numbers, int from, int to) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            min = Math.min(min, numbers[i]);
            max = Math.max(max, numbers[i]);
        }
        int width = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        room(BLOCK_HEADER + (BLOCK + 1) * Long.BYTES);
        WORD.set(bytes, size, min);
        bytes[size + Long.BYTES] = (byte) width;
        size += BLOCK_HEADER;
        long word = 0;
        int used = 0;
        for (int i = from; i < to; i++) {
            long distance = numbers[i] - min;
            word |= distance << used;
            used += width;
            if (used >= Long.SIZE) {
                WORD.set(bytes, size, word);
                size += Long.BYTES;
                used -= Long.SIZE;
                word = used == 0 ? 0 : distance >>> (width - used);
            }
        }
        WORD.set(bytes, size, word);
        size += (used + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static int readBlock(byte[] bytes, int start, long[] numbers, int from) {
        int to = Math.min(from + BLOCK, numbers.length);
        long min = (long) WORD.get(bytes, start);
        int width = bytes[start + Long.BYTES];
        int at = start + BLOCK_HEADER;
        long mask = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
        long bit = 0;
        for (int i = from; i < to; i++) {
            int place = at + (int) (bit >>> 3);
            int shift = (int) bit & 7;
            long value = (long) WORD.get(bytes, place) >>> shift;
            if (shift + width > Long.SIZE) {
                value |= (bytes[place + Long.BYTES] & 0xFFL) << (Long.SIZE - shift);
            }
            numbers[i] = min + (value & mask);
            bit += width;
        }
        return at + (int) ((bit + 7) >>> 3);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
