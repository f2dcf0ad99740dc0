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

    private final long[] numbers;
    private final int rows;
    private byte[] bytes = new byte[0];
    private long min;
    private int width;

    private PackedNumbers(long[] numbers, int rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    static byte[] write(long[] numbers, int rows) {
        return isRepeating(numbers, rows) ? deflated(numbers, rows) : new PackedNumbers(numbers, rows).packed();
    }

    /// What [#write] wrote, which starts at `from` and ends with the array.
    static long[] read(byte[] bytes, int from, int rows) {
        long[] numbers = new long[rows];
        read(bytes, from, rows, numbers);
        return numbers;
    }

    /// @param numbers room for so many, which is overwritten
    static void read(byte[] bytes, int from, int rows, long[] numbers) {
        if (bytes[from] == DEFLATED) {
            VarintReader in = new VarintReader(ColumnCodec.inflate(Arrays.copyOfRange(bytes, from + 1, bytes.length)));
            for (int row = 0; row < rows; row++) {
                numbers[row] = in.read();
            }
            return;
        }
        int at = from + 1;
        for (int row = 0; row < rows; row += BLOCK) {
            at = readBlock(bytes, at, numbers, row, Math.min(row + BLOCK, rows));
        }
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

    private static byte[] deflated(long[] numbers, int rows) {
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

    private byte[] packed() {
        int size = 1;
        for (int from = 0; from < rows; from += BLOCK) {
            size += measure(from);
        }
        bytes = new byte[size];
        bytes[0] = PACKED;
        int at = 1;
        for (int from = 0; from < rows; from += BLOCK) {
            int length = measure(from);
            block(from, at);
            at += length;
        }
        return bytes;
    }

    /// Finds the smallest number of a block and the bits that the others need; the answer is the bytes it takes.
    private int measure(int from) {
        int to = Math.min(from + BLOCK, rows);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            low = Math.min(low, numbers[i]);
            high = Math.max(high, numbers[i]);
        }
        min = low;
        width = Long.SIZE - Long.numberOfLeadingZeros(high - low);
        return BLOCK_HEADER + (width * (to - from) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private void block(int from, int start) {
        WORD.set(bytes, start, min);
        bytes[start + Long.BYTES] = (byte) width;
        int at = start + BLOCK_HEADER;
        long word = 0;
        int used = 0;
        for (int i = from; i < Math.min(from + BLOCK, rows); i++) {
            long distance = numbers[i] - min;
            word |= distance << used;
            used += width;
            if (used >= Long.SIZE) {
                WORD.set(bytes, at, word);
                at += Long.BYTES;
                used -= Long.SIZE;
                word = used == 0 ? 0 : distance >>> (width - used);
            }
        }
        for (; used > 0; used -= Byte.SIZE) {
            bytes[at++] = (byte) word;
            word >>>= Byte.SIZE;
        }
    }

    private static int readBlock(byte[] bytes, int start, long[] numbers, int from, int to) {
        long min = (long) WORD.get(bytes, start);
        int width = bytes[start + Long.BYTES];
        int at = start + BLOCK_HEADER;
        long mask = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
        long bit = 0;
        for (int i = from; i < to; i++) {
            int place = at + (int) (bit >>> 3);
            int shift = (int) bit & 7;
            boolean isWhole = place + Long.BYTES <= bytes.length;
            long word = isWhole ? (long) WORD.get(bytes, place) : TextHash.rest(bytes, place, bytes.length);
            long value = word >>> shift;
            if (shift + width > Long.SIZE) {
                value |= (bytes[place + Long.BYTES] & 0xFFL) << (Long.SIZE - shift);
            }
            numbers[i] = min + (value & mask);
            bit += width;
        }
        return at + (int) ((bit + 7) >>> 3);
    }
}
