package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DelimitedReaderTest {
    @TempDir
    Path folder;

    @Test
    void rowsComeWithTheirLineNumbers() throws IOException {
        List<RawRow> rows = read("a,b\n1,2\n\n\"x\ny\",3\r\n4,5", FileFormat.csv());
        assertEquals(List.of(2L, 4L, 6L), rows.stream().map(RawRow::line).toList());
        assertEquals(List.of(List.of("1", "2"), List.of("x\ny", "3"), List.of("4", "5")), values(rows));
    }

    @Test
    void wrongColumnCountIsKeptAsideWithItsText() throws IOException {
        List<RawRow> rows = read("a,b\n1,2,3\n4,5\n6\n", FileFormat.csv());
        Rejection rejection = ((RawRow.Broken) rows.getFirst()).rejection();
        assertEquals(RejectReason.WRONG_COLUMN_COUNT, rejection.reason());
        assertEquals("expected 2 columns, found 3", rejection.detail());
        assertEquals("1,2,3", rejection.raw());
        assertEquals(2, rejection.line());
        assertEquals(List.of(List.of("4", "5")), values(rows));
    }

    @Test
    void aStrayQuoteCostsOneLineOnly() throws IOException {
        List<RawRow> rows = read("a,b\n1,\"oops\n2,x\n3,\"fine\"\n4,\"never closed\n5,y\n", FileFormat.csv());
        assertEquals(List.of(List.of("2", "x"), List.of("3", "fine"), List.of("5", "y")), values(rows));
        assertEquals(
                List.of(RejectReason.BAD_QUOTES, RejectReason.BAD_QUOTES),
                broken(rows).stream().map(Rejection::reason).toList());
        assertEquals(List.of(2L, 5L), broken(rows).stream().map(Rejection::line).toList());
    }

    @Test
    void undecodableBytesCostOneRowAndNameTheColumn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n1,ok\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.writeBytes("\n3,grün\n".getBytes(StandardCharsets.UTF_8));
        List<RawRow> rows = readBytes(bytes.toByteArray(), FileFormat.csv());
        assertEquals(List.of(List.of("1", "ok"), List.of("3", "grün")), values(rows));
        assertEquals(RejectReason.UNDECODABLE, broken(rows).getFirst().reason());
        assertEquals(2, broken(rows).getFirst().column());
        assertEquals(3, broken(rows).getFirst().line());
    }

    @Test
    void gzipIsToldByContent() throws IOException {
        Path file = folder.resolve("events.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(List.of("1", "2")), values(rows(file, FileFormat.csv())));
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path file = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '\n');
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        ProblemException problem = assertThrows(ProblemException.class, () -> rows(file, FileFormat.csv()));
        assertEquals("import.expands-too-much", problem.problem().code());
    }

    @Test
    void anEmptyFileSaysSo() throws IOException {
        ProblemException problem = assertThrows(ProblemException.class, () -> read("\n\n", FileFormat.csv()));
        assertEquals("import.empty", problem.problem().code());
    }

    @Test
    void aLineBeyondTheLimitIsKeptAsideAndReadingGoesOn() throws IOException {
        String text = "a,b\n1," + "x".repeat(CharWindow.MAX_ROW * 2) + "\n2,y\n";
        List<RawRow> rows = read(text, FileFormat.csv());
        assertEquals(RejectReason.TOO_LONG, broken(rows).getFirst().reason());
        assertEquals(List.of(List.of("2", "y")), values(rows));
        assertEquals(3, rows.getLast().line());
    }

    @Test
    void megabyteValuesAndSpecialCharactersSurvive() throws IOException {
        String big = "m".repeat(1 << 20);
        List<RawRow> rows = read("a,b\n" + big + ",\u0000\n=cmd|' /C calc'!A0,\"\u202Eא😀\"\n", FileFormat.csv());
        assertEquals(List.of(List.of(big, "\u0000"), List.of("=cmd|' /C calc'!A0", "\u202Eא😀")), values(rows));
    }

    @Test
    void blankAndRepeatedColumnNamesAreMadeUnique() throws IOException {
        Path file = Files.writeString(folder.resolve("names.csv"), "x,,x,x_2\n1,2,3,4\n");
        try (RowReader reader = RowReaders.open(new SourceFile(file), new SourceFile(file).open(), FileFormat.csv())) {
            assertEquals(List.of("x", "column_2", "x_2", "x_2_2"), reader.columns());
        }
    }

    @Test
    void wellFormedRowsAreReadAsFastCsvReadsThem() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            String text = randomCsv(Seeds.stream(seed, "csv"));
            List<List<String>> expected = new ArrayList<>();
            try (CsvReader<CsvRecord> peer = CsvReader.builder().ofCsvRecord(text)) {
                peer.forEach(row -> expected.add(row.getFields()));
            }
            FileFormat format = FileFormat.csv().withHeader(Header.ABSENT);
            List<RawRow> rows = read(text, format);
            assertTrue(broken(rows).isEmpty(), "seed " + seed);
            assertEquals(expected, values(rows), "seed " + seed);
        }
    }

    private static String randomCsv(SplittableRandom random) {
        String[] cells = {
            "", "a", "b c", "\"q\"", "\"a,b\"", "\"l1\nl2\"", "\"cr\r\nlf\"", "\"\"\"\"", "x\"y", "é😀", "\"\""
        };
        String[] ends = {"\n", "\r\n", "\r"};
        StringBuilder text = new StringBuilder("first,second,third\n");
        for (int row = random.nextInt(20); row >= 0; row--) {
            for (int column = 0; column < 3; column++) {
                text.append(column == 0 ? "" : ",").append(cells[random.nextInt(cells.length)]);
            }
            text.append(ends[random.nextInt(ends.length)]);
        }
        return text.toString();
    }

    private List<RawRow> read(String text, FileFormat format) throws IOException {
        return readBytes(text.getBytes(format.encoding().charset()), format);
    }

    private List<RawRow> readBytes(byte[] bytes, FileFormat format) throws IOException {
        return rows(Files.write(folder.resolve("rows.csv"), bytes), format);
    }

    private static List<RawRow> rows(Path path, FileFormat format) {
        SourceFile file = new SourceFile(path);
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static List<List<String>> values(List<RawRow> rows) {
        return rows.stream()
                .filter(RawRow.Values.class::isInstance)
                .map(row -> List.of(((RawRow.Values) row).values()))
                .toList();
    }

    private static List<Rejection> broken(List<RawRow> rows) {
        return rows.stream()
                .filter(RawRow.Broken.class::isInstance)
                .map(row -> ((RawRow.Broken) row).rejection())
                .toList();
    }
}
