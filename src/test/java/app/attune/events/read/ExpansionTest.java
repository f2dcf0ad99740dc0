package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files that grow to much are refused with their numbers, whatever they are packed in.
class ExpansionTest {
    private static final int BOMB = 80 << 20;

    @TempDir
    Path folder;

    /// Reads to the end what must not have one.
    private static Problem refused(Path file) {
        SourceFile source = new SourceFile(file);
        return assertThrows(ProblemException.class, () -> {
                    FileFormat format = FormatDetection.detect(source.head(FormatDetection.HEAD_BYTES));
                    try (RowReader rows = RowReaders.open(source, source.open(), format)) {
                        while (rows.next().isPresent()) {
                            assertTrue(rows.columns().size() < 10);
                        }
                    }
                })
                .problem();
    }

    private static void assertTrap(Path file) throws IOException {
        assertTrue(Files.size(file) < BOMB / 100, "the bomb is small");
        Problem problem = refused(file);
        assertEquals("import.expands-too-much", problem.code(), problem.toString());
        assertTrue(problem.message().matches(".*\\d{2},?\\d{3}.*"), problem.message());
    }

    private Path avro(String schema, CodecFactory codec, AvroContent content) throws IOException {
        Path file = folder.resolve("bomb.avro");
        Schema parsed = new Schema.Parser().parse(schema);
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(parsed))) {
            content.to(writer.setCodec(codec).create(parsed, file.toFile()), parsed);
        }
        return file;
    }

    @Test
    void aSheetThatGrowsTooMuchIsATrap() throws IOException {
        String rows = Sheets.row(1, Sheets.text("A1", "user")) + " ".repeat(BOMB);
        assertTrap(Sheets.write(folder.resolve("bomb.xlsx"), Map.of("Orders", rows)));
    }

    @Test
    void aCellBeyondTheLastColumnOfEverySpreadsheetIsRefused() throws IOException {
        String rows = Sheets.row(1, Sheets.text("A1", "user")) + Sheets.row(2, Sheets.text("ZZZZZZ2", "u1"));
        Problem problem = refused(Sheets.write(folder.resolve("wide.xlsx"), Map.of("Orders", rows)));
        assertEquals("import.damaged", problem.code());
        assertTrue(problem.message().contains("wide.xlsx: a cell lies to the right of column XFD"), problem.message());
    }

    @Test
    void anAvroBlockThatGrowsTooMuchIsATrap() throws IOException {
        for (CodecFactory codec : List.of(CodecFactory.deflateCodec(6), CodecFactory.zstandardCodec(3))) {
            String schema = "{'type':'record','name':'R','fields':[{'name':'b','type':'bytes'}]}".replace('\'', '"');
            assertTrap(avro(schema, codec, (writer, parsed) -> {
                GenericRecord bomb = new GenericData.Record(parsed);
                bomb.put("b", ByteBuffer.wrap(new byte[BOMB]));
                writer.append(bomb);
            }));
        }
    }

    @Test
    void itemsOfAvroThatTakeNoBytesAreCounted() throws IOException {
        String schema = "{'type':'record','name':'R','fields':[{'name':'a','type':{'type':'array','items':'null'}}]}";
        assertTrap(avro(schema.replace('\'', '"'), CodecFactory.nullCodec(), (writer, parsed) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            encoder.writeLong(Integer.MAX_VALUE - 8L);
            encoder.flush();
            writer.appendEncoded(ByteBuffer.wrap(bytes.toByteArray()));
        }));
    }

    @Test
    void recordsOfAvroThatTakeNoBytesAreCounted() throws IOException {
        String schema = "{'type':'record','name':'R','fields':[]}".replace('\'', '"');
        Path file = avro(schema, CodecFactory.nullCodec(), (writer, parsed) -> writer.flush());
        byte[] head = Files.readAllBytes(file);
        byte[] sync = Arrays.copyOfRange(head, head.length - 16, head.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(1_000_000_000_000L);
        encoder.writeLong(0);
        encoder.flush();
        bytes.writeBytes(sync);
        assertTrap(Files.write(file, bytes.toByteArray()));
    }

    @Test
    void pagesOfParquetThatGrowTooMuchAreATrap() throws IOException {
        Path file = folder.resolve("bomb.parquet");
        MessageType schema = MessageTypeParser.parseMessageType("message event { required binary user (STRING); }");
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withDictionaryEncoding(false)
                .withCodecFactory(new PackedColumns())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            for (int i = 0; i < BOMB >> 20; i++) {
                writer.write(groups.newGroup().append("user", "u".repeat(1 << 20)));
            }
        }
        assertTrap(file);
    }

    @Test
    void whatAFileSaysOfItselfIsComparedWithItsSize() {
        Expansion expansion = new Expansion("events.parquet");
        expansion.count("rows", 300_000_000, 2_000_000_000);
        expansion.count("rows", 9_000_000, 100);
        ProblemException e = assertThrows(ProblemException.class, () -> expansion.count("rows", 2_000_000_000, 1_204));
        assertEquals(
                "events.parquet says it has 2,000,000,000 rows in 1,204 bytes: it looks like a trap.",
                e.problem().message());
    }

    private interface AvroContent {
        void to(DataFileWriter<GenericRecord> writer, Schema schema) throws IOException;
    }
}
