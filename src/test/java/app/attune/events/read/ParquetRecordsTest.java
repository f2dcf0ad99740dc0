package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRecordsTest {
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message event {
              required binary user (STRING);
              optional int64 at (TIMESTAMP(MICROS,true));
              optional int96 loaded;
              optional int32 born (DATE);
              optional int64 price (DECIMAL(9,2));
              optional double score;
              optional boolean known;
              optional group items (LIST) { repeated group list { optional group element {
                optional binary id (STRING); optional int32 quantity; } } }
              optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
              optional group extra (MAP) { repeated group key_value {
                required binary key (STRING); optional binary value (STRING); } }
              optional group geo { optional binary country (STRING); }
            }""");

    @TempDir
    Path folder;

    private Path write(CompressionCodecName codec, int records) throws IOException {
        Path file = folder.resolve("events.parquet");
        Files.deleteIfExists(file);
        SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .withCodecFactory(new PackedColumns())
                .withCompressionCodec(codec)
                .withRowGroupSize(20_000L)
                .build()) {
            for (int i = 0; i < records; i++) {
                writer.write(event(groups.newGroup(), i));
            }
        }
        return file;
    }

    private static Group event(Group event, int i) {
        event.append("user", "u" + i);
        if (i % 2 == 0) {
            event.append("at", 1_607_408_134_251_706L + i)
                    .append("loaded", int96())
                    .append("born", -1);
            event.append("price", 1_990L).append("score", 0.5).append("known", true);
            Group items = event.addGroup("items");
            items.addGroup("list").addGroup("element").append("id", "a").append("quantity", 2);
            items.addGroup("list").addGroup("element").append("id", "b");
            Group tags = event.addGroup("tags");
            tags.addGroup("list").append("element", "x");
            tags.addGroup("list");
            event.addGroup("extra").addGroup("key_value").append("key", "k").append("value", "v");
            event.addGroup("geo").append("country", "AT");
        }
        return event;
    }

    private static Binary int96() {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(3_600_000_000_000L).putInt(2_440_589);
        return Binary.fromConstantByteArray(bytes.array());
    }

    private static List<ObjectNode> trees(Path file) {
        List<ObjectNode> trees = new ArrayList<>();
        SourceFile source = new SourceFile(file);
        FileFormat format = FormatDetection.detect(source.head(FormatDetection.HEAD_BYTES));
        try (RecordReader reader = RecordReaders.open(source, source.open(), format)) {
            for (Optional<RawRecord> read = reader.next(); read.isPresent(); read = reader.next()) {
                RawRecord.Tree tree = (RawRecord.Tree) read.get();
                assertEquals(trees.size() + 1, tree.line());
                trees.add(tree.root());
            }
        }
        return trees;
    }

    @Test
    void nestedRecordsBecomeTheTreesThatJsonWouldGive() throws IOException {
        List<ObjectNode> trees = trees(write(CompressionCodecName.UNCOMPRESSED, 2));
        assertEquals(
                "{\"user\":\"u0\",\"at\":\"2020-12-08T06:15:34.251706Z\",\"loaded\":\"1970-01-02T01:00:00Z\","
                        + "\"born\":\"1969-12-31\",\"price\":19.90,\"score\":0.5,\"known\":true,"
                        + "\"items\":[{\"id\":\"a\",\"quantity\":2},{\"id\":\"b\",\"quantity\":null}],"
                        + "\"tags\":[\"x\",null],\"extra\":{\"k\":\"v\"},\"geo\":{\"country\":\"AT\"}}",
                trees.getFirst().toString());
        assertTrue(trees.getLast().get("items").isNull());
        assertTrue(trees.getLast().get("at").isNull());
    }

    @Test
    void numbersWithoutSignLocalTimesAndWhatIsNoNumberKeepTheirMeaning() throws IOException {
        MessageType odd = MessageTypeParser.parseMessageType("""
                message odd {
                  required int64 big (INTEGER(64,false));
                  required int32 small (INTEGER(32,false));
                  required int64 local (TIMESTAMP(MILLIS,false));
                  required double none;
                  required float endless;
                  required float tenth; }""");
        Path file = folder.resolve("odd.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(odd)
                .withCodecFactory(new PackedColumns())
                .build()) {
            writer.write(new SimpleGroupFactory(odd)
                    .newGroup()
                    .append("big", -1L)
                    .append("small", -1)
                    .append("local", 0L)
                    .append("none", Double.NaN)
                    .append("endless", Float.POSITIVE_INFINITY)
                    .append("tenth", 0.1f));
        }
        assertEquals(
                "{\"big\":18446744073709551615,\"small\":4294967295,\"local\":\"1970-01-01T00:00:00\","
                        + "\"none\":null,\"endless\":null,\"tenth\":0.1}",
                trees(file).getFirst().toString());
    }

    @Test
    void everyCompressionThatIsNamedIsReadOverManyRowGroups() throws IOException {
        List<ObjectNode> plain = trees(write(CompressionCodecName.UNCOMPRESSED, 3_000));
        assertEquals(3_000, plain.size());
        for (CompressionCodecName codec : List.of(
                CompressionCodecName.SNAPPY,
                CompressionCodecName.GZIP,
                CompressionCodecName.ZSTD,
                CompressionCodecName.LZ4_RAW)) {
            assertEquals(plain, trees(write(codec, 3_000)), codec.name());
        }
    }

    @Test
    void damagedFilesGiveWholeRecordsOrOneErrorWithAPlace() throws IOException {
        byte[] whole = Files.readAllBytes(write(CompressionCodecName.SNAPPY, 400));
        SplittableRandom random = new SplittableRandom(20261121);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(4, whole.length) : whole.length);
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(4, damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path broken = Files.write(folder.resolve("broken.parquet"), damaged);
            try {
                trees(broken);
            } catch (ProblemException e) {
                refused++;
                assertEquals("import.damaged", e.problem().code());
                assertTrue(
                        e.problem().message().contains("broken.parquet"),
                        e.problem().message());
            }
        }
        assertTrue(refused > 250, "refused " + refused);
    }

    @Test
    void rowsOfAParquetFileHaveItsColumns() throws IOException {
        SourceFile source = new SourceFile(write(CompressionCodecName.SNAPPY, 3));
        try (RowReader reader = RowReaders.open(source, source.open(), FileFormat.of(FileKind.PARQUET))) {
            assertTrue(reader.columns().containsAll(List.of("user", "at", "items", "geo.country")), "columns");
        }
    }

    @Test
    void aFileThatIsNoParquetFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.parquet"), "PAR1 and nothing more");
        ProblemException problem = assertThrows(ProblemException.class, () -> trees(file));
        assertEquals("import.damaged", problem.problem().code());
    }

    @Test
    void aPackedFileMustBeUnpackedFirst() throws IOException {
        Path packed = folder.resolve("events.parquet.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(write(CompressionCodecName.SNAPPY, 3), out);
        }
        ProblemException problem = assertThrows(ProblemException.class, () -> trees(packed));
        assertEquals("import.packed", problem.problem().code());
    }

    @Test
    void rowsThatNoColumnHasValuesForAreDamage() throws IOException {
        Path file = write(CompressionCodecName.UNCOMPRESSED, 3);
        for (long rows : new long[] {-212_344_832, 4, Long.MAX_VALUE}) {
            sayRows(file, rows);
            ProblemException e = assertThrows(ProblemException.class, () -> trees(file));
            assertEquals("import.damaged", e.problem().code());
            assertTrue(e.problem().message().contains("rows with 3 values of [user]"), e.getMessage());
        }
    }

    /// Lets the directory of a file name another number of rows.
    private static void sayRows(Path file, long rows) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - 8;
        int start = end
                - ByteBuffer.wrap(bytes, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        FileMetaData directory = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, end - start));
        directory.getRow_groups().getFirst().setNum_rows(rows);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, start);
        Util.writeFileMetaData(directory, changed);
        changed.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(changed.size() - start)
                .array());
        changed.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, changed.toByteArray());
    }
}
