package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Rows cut from bytes are the rows the exact reader gives, whatever stands in the file.
class PlainLinesTest {
    private static final long SEED = 21;
    private static final int ROUNDS = 4_000;
    private static final List<Encoding> ENCODINGS =
            List.of(Encoding.UTF_8, Encoding.of("Big5"), Encoding.WINDOWS_1252, Encoding.LATIN_1, Encoding.UTF_16LE);
    private static final byte[] HOSTILE = {',', ',', ';', '"', '\n', '\n', '\r', ' ', 0, '\t', '\'', '-', 127};
    private static final byte[] NOT_ASCII = {
        (byte) 0xC3,
        (byte) 0xA9,
        (byte) 0xE2,
        (byte) 0x82,
        (byte) 0xAC,
        (byte) 0xF0,
        (byte) 0x9F,
        (byte) 0x98,
        (byte) 0x80,
        (byte) 0xAC,
        (byte) 0x8A,
        (byte) 0xFF
    };

    @Test
    void bothWaysThroughAFileGiveTheSameRows() throws IOException {
        int plainRows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = Seeds.stream(SEED, "round " + round);
            FileFormat format = FileFormat.csv()
                    .withEncoding(ENCODINGS.get(random.nextInt(ENCODINGS.size())))
                    .withDelimiter(random.nextBoolean() ? ',' : ';')
                    .withHeader(random.nextInt(4) == 0 ? Header.ABSENT : Header.PRESENT);
            byte[] file = file(random, format);
            String place = "seed " + SEED + " round " + round + " " + format;
            List<RawRow> exact = exact(file, format);
            List<RawRow> mixed = new ArrayList<>();
            plainRows += mixed(new Dripping(file, random), format, mixed);
            assertEquals(exact.size(), mixed.size(), place);
            for (int i = 0; i < exact.size(); i++) {
                assertSame(exact.get(i), mixed.get(i), place + " row " + i);
            }
        }
        assertTrue(plainRows > ROUNDS, "plain rows " + plainRows);
    }

    private static void assertSame(RawRow exact, RawRow mixed, String place) {
        assertEquals(exact.line(), mixed.line(), place);
        assertEquals(exact.raw(), mixed.raw(), place);
        if (exact instanceof RawRow.Values values && mixed instanceof RawRow.Values others) {
            assertArrayEquals(values.values(), others.values(), place);
        } else {
            assertEquals(exact, mixed, place);
        }
    }

    private static List<RawRow> exact(byte[] file, FileFormat format) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = open(new ByteArrayInputStream(file), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    /// @return how many rows were plain
    private static int mixed(InputStream in, FileFormat format, List<RawRow> rows) throws IOException {
        int plainRows = 0;
        PlainRow plain = new PlainRow();
        try (RowReader reader = open(in, format)) {
            while (true) {
                if (reader.nextPlain(plain)) {
                    List<PlainRow> beside = beside(reader);
                    plainRows += 1 + beside.size();
                    rows.add(plain.values());
                    beside.forEach(row -> rows.add(row.values()));
                } else {
                    Optional<RawRow> row = reader.next();
                    if (row.isEmpty()) {
                        return plainRows;
                    }
                    rows.add(row.get());
                }
            }
        }
    }

    /// Rows that lie beside the one before, all read before any is looked at.
    private static List<PlainRow> beside(RowReader reader) {
        List<PlainRow> rows = new ArrayList<>();
        PlainRow row = new PlainRow();
        while (rows.size() < 5 && reader.nextPlainBeside(row)) {
            rows.add(row);
            row = new PlainRow();
        }
        return rows;
    }

    private static RowReader open(InputStream in, FileFormat format) throws IOException {
        return new DelimitedReader(new SourceFile(Path.of("random.csv")), in, format);
    }

    private static byte[] file(SplittableRandom random, FileFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format.encoding().equals(Encoding.UTF_8) && random.nextBoolean()) {
            out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        String header = "a" + format.delimiter() + "b" + format.delimiter() + "c\n";
        out.writeBytes(header.getBytes(format.encoding().charset()));
        int odd = random.nextInt(4) == 0 ? 3 : random.nextInt(20, 200);
        int rows = random.nextInt(1, 60);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 3; column++) {
                if (column > 0) {
                    out.write(format.delimiter());
                }
                value(random, odd, out);
            }
            out.writeBytes(lineEnd(random).getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static void value(SplittableRandom random, int odd, ByteArrayOutputStream out) {
        int length = random.nextInt(500) == 0 ? random.nextInt(70_000) : random.nextInt(12);
        boolean quoted = random.nextInt(6) == 0;
        if (quoted) {
            out.write('"');
        }
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(odd);
            if (kind == 0) {
                out.write(HOSTILE[random.nextInt(HOSTILE.length)]);
            } else if (kind == 1) {
                out.write(NOT_ASCII[random.nextInt(NOT_ASCII.length)]);
            } else if (kind == 2) {
                out.writeBytes("é€😀".getBytes(StandardCharsets.UTF_8));
            } else {
                out.write('a' + random.nextInt(26));
            }
        }
        if (quoted) {
            out.write('"');
        }
    }

    private static String lineEnd(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "\r\n";
            case 1 -> "\r";
            case 2 -> "\n\n";
            case 3 -> "\n\r";
            default -> "\n";
        };
    }

    /// Gives its bytes in pieces of random length.
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream in;
        private final SplittableRandom random;

        Dripping(byte[] bytes, SplittableRandom random) {
            this.in = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return in.read(target, offset, Math.min(length, random.nextInt(1, 200)));
        }
    }
}
