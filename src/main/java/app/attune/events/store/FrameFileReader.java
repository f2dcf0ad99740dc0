package app.attune.events.store;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Reads a mapped file that [FrameFileWriter] wrote.
final class FrameFileReader {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long SLICE = 1L << 30;

    private final MemorySegment file;
    private long at = FrameFile.CONTENT;

    private FrameFileReader(MemorySegment file) {
        this.file = file;
    }

    /// Empty if the file is of another version, of another state of the data, or damaged.
    static Optional<EventFrame> read(MemorySegment file, String dataHash) {
        boolean ours = file.byteSize() > FrameFile.CONTENT
                && file.get(LONG, 0) == FrameFile.MAGIC
                && file.get(INT, Long.BYTES) == FrameFile.VERSION
                && file.get(LONG, FrameFile.CHECKSUM_AT) == checksum(file);
        if (!ours) {
            return Optional.empty();
        }
        FrameFileReader reader = new FrameFileReader(file);
        return reader.text().equals(dataHash) ? Optional.of(reader.frame(dataHash)) : Optional.empty();
    }

    private static long checksum(MemorySegment file) {
        CRC32C checksum = new CRC32C();
        for (long from = FrameFile.CONTENT; from < file.byteSize(); from += SLICE) {
            checksum.update(
                    file.asSlice(from, Math.min(SLICE, file.byteSize() - from)).asByteBuffer());
        }
        return checksum.getValue();
    }

    private EventFrame frame(String dataHash) {
        Dictionary users = dictionary();
        Dictionary items = dictionary();
        Dictionary types = dictionary();
        int[] offsets = ints();
        long[] times = longs();
        int[] typeCodes = ints();
        int[] itemCodes = ints();
        double[] values = doubles();
        EventColumns columns = new EventColumns(users, items, types, offsets, times, typeCodes, itemCodes, values);
        List<Column> properties = columns();
        return new EventFrame(columns, properties, new ColumnTable(items.size(), columns()), dataHash);
    }

    private List<Column> columns() {
        int count = number();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text();
            columns.add(
                    switch (number()) {
                        case FrameFile.TEXT -> new TextColumn(name, dictionary(), ints());
                        case FrameFile.NUMBER -> new NumberColumn(name, doubles());
                        case FrameFile.DATE -> new DateColumn(name, longs());
                        default -> throw new IllegalStateException("A frame file with an unknown kind of column");
                    });
        }
        return columns;
    }

    private Dictionary dictionary() {
        int count = number();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return Dictionary.of(texts);
    }

    private String text() {
        int length = number();
        byte[] bytes = new byte[length];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, bytes, 0, length);
        at += length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int number() {
        int value = file.get(INT, at);
        at += Integer.BYTES;
        return value;
    }

    private int[] ints() {
        int[] values = new int[number()];
        MemorySegment.copy(file, INT, at, values, 0, values.length);
        at += (long) values.length * Integer.BYTES;
        return values;
    }

    private long[] longs() {
        long[] values = new long[number()];
        MemorySegment.copy(file, LONG, at, values, 0, values.length);
        at += (long) values.length * Long.BYTES;
        return values;
    }

    private double[] doubles() {
        double[] values = new double[number()];
        MemorySegment.copy(file, DOUBLE, at, values, 0, values.length);
        at += (long) values.length * Double.BYTES;
        return values;
    }
}
