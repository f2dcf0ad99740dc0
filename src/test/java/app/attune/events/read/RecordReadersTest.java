package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReadersTest {
    @TempDir
    Path folder;

    @Test
    void anArrayAtTheTopGivesItsObjects() throws IOException {
        assertEquals(
                List.of("1 {\"a\":1}", "1 {\"a\":{\"b\":[1,2]}}", "2 {\"a\":\"}\"}"),
                read("[{\"a\":1}, {\"a\":{\"b\":[1,2]}},\n{\"a\":\"}\"}]", FileFormat.json("")));
    }

    @Test
    void documentsOneAfterTheOtherAreAllRead() throws IOException {
        assertEquals(
                List.of("1 {\"a\":1}", "1 {\"a\":2}", "3 {\"a\":3}"),
                read("{\"a\":1}[{\"a\":2}]\n\n{\"a\":3}", FileFormat.json("")));
    }

    @Test
    void recordsUnderAPathAreFoundPastWhatStandsBeforeAndAfter() throws IOException {
        String text = """
                {"count": 2, "x": {"orders": [{"no": 0}]},
                 "data": {"next": "a]b", "orders": [
                   {"id": 1},
                   {"id": 2}
                 ], "more": [{"id": 9}]},
                 "orders": [{"id": 8}]}
                {"data": {"orders": {"id": 3}}}
                {"data": {}}
                """;
        assertEquals(
                List.of("3 {\"id\":1}", "4 {\"id\":2}", "7 {\"id\":3}", "8 NOT_JSON"),
                read(text, FileFormat.json("/data/orders")));
    }

    @Test
    void aBrokenObjectCostsItselfOnly() throws IOException {
        String text = """
                [
                  {"id": 1},
                  {"id": 2, "name": "no end},
                  {"id": 3, "id": 3},
                  {"id": 4, "list": [1, 2},
                  {"id": 5
                  {"id": 6},
                  7,
                  {"id": 8}
                ]
                """;
        assertEquals(
                List.of(
                        "2 {\"id\":1}",
                        "3 NOT_JSON",
                        "4 NOT_JSON",
                        "5 NOT_JSON",
                        "6 NOT_JSON",
                        "7 {\"id\":6}",
                        "8 NOT_JSON",
                        "9 {\"id\":8}"),
                read(text, FileFormat.json("")));
    }

    @Test
    void anObjectThatNeverEndsIsKeptAside() throws IOException {
        assertEquals(List.of("1 {\"a\":1}", "1 NOT_JSON"), read("[{\"a\":1},{\"a\":{\"b\":2}", FileFormat.json("")));
    }

    @Test
    void absurdDepthIsKeptAside() throws IOException {
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertEquals(List.of("1 TOO_LONG", "1 {\"a\":1}"), read("[" + deep + ",{\"a\":1}]", FileFormat.json("")));
    }

    @Test
    void bytesThatAreNoCharactersAreKeptAside() throws IOException {
        byte[] bytes = "[{\"a\":\"?\"},{\"a\":\"b\"}]".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("bad.json"), bytes);
        assertEquals(List.of("1 UNDECODABLE", "1 {\"a\":\"b\"}"), read(new SourceFile(file), FileFormat.json("")));
    }

    @Test
    void cellsOfFlatRowsAreTexts() throws IOException {
        assertEquals(
                List.of("2 {\"a\":\"1\",\"b\":\"x\"}", "3 {\"b\":\"{}\"}", "4 WRONG_COLUMN_COUNT"),
                read("a,b\n1,x\n,{}\n1,2,3\n", FileFormat.csv()));
    }

    @Test
    void documentsAreToldFromLines() {
        assertEquals(FileKind.JSON_LINES, kind("{\"a\":1}\n{\"a\":2}\n"));
        assertEquals(FileKind.JSON_LINES, kind("{\"a\":1}\n"));
        assertEquals(FileKind.JSON, kind("{\n  \"a\": 1\n}\n"));
        assertEquals(FileKind.JSON, kind("[{\"a\":1}]"));
        assertEquals(FileKind.JSON, kind(" [\n {\"a\":1},\n{\"a\":2}]"));
        assertEquals(FileKind.DELIMITED, kind("[x],b\n1,2\n"));
    }

    @Test
    void aHundredThousandObjectsAreReadOneByOne() throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 100_000; i++) {
            text.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(",\"t\":\"ab\"}");
        }
        Path file = Files.writeString(folder.resolve("big.json"), text.append("]"));
        SourceFile source = new SourceFile(file);
        try (RecordReader reader = RecordReaders.open(source, source.open(), FileFormat.json(""))) {
            for (int i = 0; i < 100_000; i++) {
                RawRecord.Tree tree =
                        assertInstanceOf(RawRecord.Tree.class, reader.next().orElseThrow());
                assertEquals(i, tree.root().get("id").asInt());
            }
            assertTrue(reader.next().isEmpty());
        }
    }

    @Test
    void damagedDocumentsAlwaysComeToAnEnd() throws IOException {
        String whole =
                "{\"data\":[\n" + "  {\"id\":1,\"t\":\"a\\\"b\",\"n\":{\"x\":[1,{}]}},\n".repeat(40) + "  {}]}\n";
        String nasty = "{}[]\",:\\\n \u0000x";
        long all = 0;
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = Seeds.stream(seed, "documents");
            StringBuilder text = new StringBuilder(whole);
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), nasty.charAt(random.nextInt(nasty.length())));
            }
            String path = random.nextBoolean() ? "/data" : "";
            int records = read(text.toString(), FileFormat.json(path)).size();
            assertTrue(records < 500, "seed " + seed + ": " + records);
            all += records;
        }
        assertTrue(all > 500 * 20, "records found in all: " + all);
    }

    private static FileKind kind(String text) {
        return FormatDetection.detect(text.getBytes(StandardCharsets.UTF_8)).kind();
    }

    private List<String> read(String text, FileFormat format) throws IOException {
        return read(new SourceFile(Files.writeString(folder.resolve("file"), text)), format);
    }

    private static List<String> read(SourceFile file, FileFormat format) {
        List<String> records = new ArrayList<>();
        try (RecordReader reader = RecordReaders.open(file, file.open(), format)) {
            for (Optional<RawRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get().line() + " "
                        + switch (next.get()) {
                            case RawRecord.Tree tree -> tree.root().toString();
                            case RawRecord.Broken broken ->
                                broken.rejection().reason().name();
                        });
            }
        }
        return records;
    }
}
