package app.attune.events.store;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

/// Writes a frame so that it can be mapped into memory later.
final class FrameFileWriter {
    private static final int BUFFER = 1 << 18;
    private static final int BLOCK = 1 << 12;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private final int[] ints = new int[BLOCK];
    private final long[] longs = new long[BLOCK];

    private FrameFileWriter(FileChannel channel) {
        this.channel = channel;
    }

    static void write(FileChannel channel, EventFrame frame) throws IOException {
        channel.position(FrameFile.CONTENT);
        FrameFileWriter writer = new FrameFileWriter(channel);
        writer.frame(frame);
        writer.flush();
        ByteBuffer header = ByteBuffer.allocate(FrameFile.CONTENT).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(FrameFile.MAGIC).putInt(FrameFile.VERSION).putInt(0);
        header.putLong(writer.checksum.getValue()).flip();
        channel.write(header, 0);
        channel.force(true);
    }

    private void frame(EventFrame frame) throws IOException {
        text(frame.dataHash());
        dictionary(frame.users());
        dictionary(frame.items());
        dictionary(frame.types());
        int events = frame.eventCount();
        ints(frame.userCount() + 1, user -> user == 0 ? 0 : frame.to(user - 1));
        longs(events, frame::time);
        ints(events, frame::type);
        ints(events, frame::item);
        longs(events, row -> Double.doubleToRawLongBits(frame.value(row)));
        columns(frame.properties());
        columns(frame.catalogue().columns());
    }

    private void columns(List<Column> columns) throws IOException {
        number(columns.size());
        for (Column column : columns) {
            text(column.name());
            switch (column) {
                case TextColumn text -> {
                    number(FrameFile.TEXT);
                    dictionary(text.dictionary());
                    ints(text.size(), row -> text.codes()[row]);
                }
                case NumberColumn numbers -> {
                    number(FrameFile.NUMBER);
                    longs(numbers.size(), row -> Double.doubleToRawLongBits(numbers.values()[row]));
                }
                case DateColumn dates -> {
                    number(FrameFile.DATE);
                    longs(dates.size(), row -> dates.millis()[row]);
                }
            }
        }
    }

    private void dictionary(Dictionary dictionary) throws IOException {
        number(dictionary.size());
        for (String text : dictionary.texts()) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        if (buffer.remaining() < bytes.length) {
            flush();
        }
        buffer.put(bytes);
    }

    private void number(int value) throws IOException {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    private void ints(int count, IntUnaryOperator values) throws IOException {
        number(count);
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            for (int i = 0; i < length; i++) {
                ints[i] = values.applyAsInt(from + i);
            }
            if (buffer.remaining() < length * Integer.BYTES) {
                flush();
            }
            buffer.asIntBuffer().put(ints, 0, length);
            buffer.position(buffer.position() + length * Integer.BYTES);
        }
    }

    private void longs(int count, IntToLongFunction values) throws IOException {
        number(count);
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            for (int i = 0; i < length; i++) {
                longs[i] = values.applyAsLong(from + i);
            }
            if (buffer.remaining() < length * Long.BYTES) {
                flush();
            }
            buffer.asLongBuffer().put(longs, 0, length);
            buffer.position(buffer.position() + length * Long.BYTES);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
