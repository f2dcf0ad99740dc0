package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTest {
    private static final String A = "user_id,value\na1,1\na2,2\n";
    private static final String B = "user_id,value\nb1,3\n";

    @TempDir
    Path folder;

    @Test
    void compressionIsToldByContentAndNotByName() throws IOException {
        assertEquals(List.of("a1 1", "a2 2"), rows(write("a.txt", Packed.gzip(A))));
        assertEquals(List.of("a1 1", "a2 2"), rows(write("b.gz", Packed.bzip2(A))));
        assertEquals(List.of("a1 1", "a2 2"), rows(write("c.csv", Packed.zip(Map.of("x", A)))));
        assertEquals(List.of("a1 1", "a2 2"), rows(write("d.zip", bytes(A))));
    }

    @Test
    void severalMembersAreReadToTheEnd() throws IOException {
        byte[] twoGzip = Packed.join(Packed.gzip(A), Packed.gzip("c,9\n"));
        byte[] twoBzip2 = Packed.join(Packed.bzip2(A), Packed.bzip2("c,9\n"));
        assertEquals(List.of("a1 1", "a2 2", "c 9"), rows(write("a", twoGzip)));
        assertEquals(List.of("a1 1", "a2 2", "c 9"), rows(write("b", twoBzip2)));
    }

    @Test
    void entriesWithTheSameColumnsAreReadAsOneAndTheRestIsNamed() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Readme.txt", "Two days of data.\n");
        entries.put("1.csv", A);
        entries.put("__MACOSX/._1.csv", "junk");
        entries.put("sub/2.csv", B);
        Source source = Source.of(write("days.zip", Packed.zip(entries)));
        assertEquals("days.zip (2 files)", source.name());
        assertEquals(
                List.of("days.zip/1.csv", "days.zip/sub/2.csv"),
                source.files().stream().map(SourceFile::name).toList());
        assertEquals(
                List.of("Readme.txt"),
                source.leftOut().stream().map(Source.LeftOut::name).toList());
        assertEquals(List.of("a1 1", "a2 2", "b1 3"), rows(source));
    }

    @Test
    void entriesAreChosenByName() throws IOException {
        Path zip = write("two.zip", Packed.zip(Map.of("a.csv", A, "b.csv", B)));
        assertEquals(List.of("b1 3"), rows(Source.choose(zip.toString(), List.of("b*"))));
        assertEquals("import.no-files", code(() -> Source.choose(zip.toString(), List.of("c.csv"))));
    }

    @Test
    void foldersAndPatternsAreReadInTheOrderOfNames() throws IOException {
        Path days = Files.createDirectory(folder.resolve("days"));
        Files.write(days.resolve("2.csv.gz"), Packed.gzip(B));
        Files.write(days.resolve("1.csv"), bytes(A));
        Files.write(days.resolve("3.txt"), Packed.zip(Map.of("in.csv", "user_id,value\nc,4\n")));
        Files.write(days.resolve(".hidden"), bytes(A));
        assertEquals(List.of("a1 1", "a2 2", "b1 3", "c 4"), rows(Source.of(days)));
        assertEquals(List.of("a1 1", "a2 2", "b1 3"), rows(Source.of(days + "/*.{csv,gz}")));
        assertEquals(List.of("b1 3"), rows(Source.of(folder + "/**/2*")));
        assertEquals("import.no-files", code(() -> Source.of(days + "/*.tsv")));
        assertEquals("import.bad-pattern", code(() -> Source.of(days + "/{a")));
    }

    @Test
    void linesAreCountedOnAndColumnsPutInOrder() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("1.csv", A);
        entries.put("2.csv", "value,user_id\n3,b1\n4,b2,x\n");
        Path zip = write("two.zip", Packed.zip(entries));
        Source source = Source.choose(zip.toString(), List.of("*"));
        try (SourceReader reader = SourceReader.open(source, FileFormat.csv())) {
            List<RawRow> rows = all(reader);
            assertEquals(
                    List.of(2L, 3L, 5L, 6L), rows.stream().map(RawRow::line).toList());
            assertEquals("b1 3", text(rows.get(2)));
            assertEquals(3, reader.linesBefore());
            assertEquals(1, reader.file());
            assertEquals(source.size(), reader.position());
        }
    }

    @Test
    void otherColumnsAreRefusedAndEmptyFilesPassed() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("1.csv", A);
        entries.put("2.csv", "");
        entries.put("3.csv", B);
        assertEquals(List.of("a1 1", "a2 2", "b1 3"), rows(all(entries)));
        entries.put("4.csv", "user_id,price\nx,1\n");
        assertEquals("import.other-columns", code(() -> rows(all(entries))));
    }

    @Test
    void whatIsCutOffGivesItsRowsAndThenSaysSo() throws IOException {
        StringBuilder text = new StringBuilder("user_id,value\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("user")
                    .append(i * 7_919 % 100_003)
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        byte[] packed = Packed.gzip(text.toString());
        Path file = write("cut.gz", Arrays.copyOf(packed, packed.length / 2));
        ProblemException problem = assertThrows(ProblemException.class, () -> rows(file));
        assertEquals("import.truncated", problem.problem().code());
        assertTrue(problem.problem().message().matches(".*missing\\. \\d+,\\d+ rows could be read.*"));
        ImportPreview preview = ImportPreview.of(Source.of(file), FileFormat.csv());
        assertEquals(ImportPreview.ROWS, preview.rows().size());
        byte[] zip = Packed.zip(Map.of("a.csv", A));
        assertEquals("import.truncated", code(() -> Source.of(write("cut.zip", Arrays.copyOf(zip, zip.length - 30)))));
    }

    @Test
    void damagedEntriesAreFoundByTheirChecksum() throws IOException {
        byte[] zip = Packed.zip(Map.of("a.csv", A));
        zip[45] ^= 0x10;
        assertEquals("import.unreadable", code(() -> rows(write("bad.zip", zip))));
    }

    @Test
    void archivesInsideArchivesAreRefused() throws IOException {
        String inner = new String(Packed.gzip(A), StandardCharsets.ISO_8859_1);
        assertEquals("import.nested-archive", code(() -> rows(write("a.zip", Packed.zip(Map.of("a.gz", inner))))));
        assertEquals("import.nested-archive", code(() -> rows(write("a.gz", Packed.gzip(inner)))));
        assertEquals("import.packed", code(() -> rows(write("a.7z", latin1("7z\u00bc\u00af'\u001cxxxx")))));
        String tar = "x".repeat(257) + "ustar" + "\0".repeat(300);
        assertEquals("import.packed", code(() -> rows(write("a.tgz", Packed.gzip(tar)))));
    }

    @Test
    void entriesThatPointOutOfTheArchiveAreRefused() throws IOException {
        Path zip = write("evil.zip", Packed.zip(Map.of("../../evil.csv", A, "fine.csv", B)));
        assertEquals(List.of("b1 3"), rows(Source.of(zip)));
        assertEquals("import.bad-entry-name", code(() -> rows(Source.choose(zip.toString(), List.of("*evil*")))));
        for (String name : List.of("/etc/x", "C:\\x", "a\\..\\..\\x", "..")) {
            assertTrue(ZipEntries.isOutside(name), name);
        }
    }

    @Test
    void encryptedEntriesAreRefused() throws IOException {
        byte[] zip = Packed.zip(Map.of("a.csv", A));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[6] |= 1;
        zip[directory + 8] |= 1;
        assertEquals("import.encrypted", code(() -> rows(write("secret.zip", zip))));
    }

    @Test
    void bombsAreRefused() throws IOException {
        String ends = "\n".repeat(4 << 20);
        byte[] gzip = repeated(Packed.gzip(ends));
        byte[] bzip2 = repeated(Packed.bzip2(ends));
        byte[] zip = Packed.zip(Map.of("a.csv", "\n".repeat(80 << 20)));
        for (byte[] bomb : List.of(gzip, bzip2, zip)) {
            assertEquals("import.expands-too-much", code(() -> rows(write("bomb", bomb))));
        }
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= ZipEntries.MAX_ENTRIES; i++) {
            many.put("e" + i, "");
        }
        assertEquals("import.too-many-entries", code(() -> Source.of(write("many.zip", Packed.zip(many)))));
    }

    private static byte[] repeated(byte[] member) {
        byte[] all = {};
        for (int i = 0; i < 20; i++) {
            all = Packed.join(all, member);
        }
        return all;
    }

    private Source all(Map<String, String> entries) throws IOException {
        return Source.choose(write("all.zip", Packed.zip(entries)).toString(), List.of("*"));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> rows(Path path) {
        return rows(Source.of(path));
    }

    private static List<String> rows(Source source) {
        try (SourceReader reader = SourceReader.open(source, FileFormat.csv())) {
            return all(reader).stream().map(SourceTest::text).toList();
        }
    }

    private static List<RawRow> all(SourceReader reader) {
        List<RawRow> rows = new ArrayList<>();
        for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static String text(RawRow row) {
        return row instanceof RawRow.Values values ? String.join(" ", values.values()) : "broken";
    }

    private static String code(Attempt attempt) {
        return assertThrows(ProblemException.class, attempt::make).problem().code();
    }

    @FunctionalInterface
    private interface Attempt {
        Object make() throws IOException;
    }
}
