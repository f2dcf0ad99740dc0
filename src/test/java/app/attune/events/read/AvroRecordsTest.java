package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroRecordsTest {
    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type": "record", "name": "Event", "fields": [
              {"name": "user", "type": ["null", "string"]},
              {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "born", "type": ["null", {"type": "int", "logicalType": "date"}]},
              {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["VIEW", "CART"]}},
              {"name": "items", "type": {"type": "array", "items":
                {"type": "record", "name": "Item", "fields": [{"name": "id", "type": "string"}]}}},
              {"name": "extra", "type": {"type": "map", "values": "double"}}]}""");

    @TempDir
    Path folder;

    private static GenericRecord event(int i) {
        GenericRecord item =
                new GenericData.Record(SCHEMA.getField("items").schema().getElementType());
        item.put("id", "i" + i);
        GenericRecord event = new GenericData.Record(SCHEMA);
        event.put("user", i % 2 == 0 ? "u" + i : null);
        event.put("at", 1_607_408_134_251L + i);
        event.put("born", i % 2 == 0 ? 0 : null);
        event.put("price", ByteBuffer.wrap(new byte[] {7, (byte) 0xC6}));
        event.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "CART"));
        event.put("items", List.of(item));
        event.put("extra", Map.of("score", 0.5));
        return event;
    }

    private Path write(CodecFactory codec, int records) throws IOException {
        Path file = folder.resolve("events.avro");
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(SCHEMA))) {
            writer.setCodec(codec).create(SCHEMA, file.toFile());
            for (int i = 0; i < records; i++) {
                writer.append(event(i));
            }
        }
        return file;
    }

    private static List<ObjectNode> trees(Path file) {
        List<ObjectNode> trees = new ArrayList<>();
        SourceFile source = new SourceFile(file);
        FileFormat format = FormatDetection.detect(source.head(FormatDetection.HEAD_BYTES));
        try (RecordReader reader = RecordReaders.open(source, source.open(), format)) {
            for (Optional<RawRecord> read = reader.next(); read.isPresent(); read = reader.next()) {
                trees.add(((RawRecord.Tree) read.get()).root());
            }
        }
        return trees;
    }

    @Test
    void recordsBecomeTheTreesThatJsonWouldGive() throws IOException {
        List<ObjectNode> trees = trees(write(CodecFactory.nullCodec(), 2));
        assertEquals(
                "{\"user\":\"u0\",\"at\":\"2020-12-08T06:15:34.251Z\",\"born\":\"1970-01-01\",\"price\":19.90,"
                        + "\"kind\":\"CART\",\"items\":[{\"id\":\"i0\"}],\"extra\":{\"score\":0.5}}",
                trees.getFirst().toString());
        assertTrue(trees.getLast().get("user").isNull());
    }

    @Test
    void everyCompressionIsRead() throws IOException {
        List<ObjectNode> plain = trees(write(CodecFactory.nullCodec(), 500));
        assertEquals(500, plain.size());
        assertEquals(plain, trees(write(CodecFactory.deflateCodec(6), 500)));
        assertEquals(plain, trees(write(CodecFactory.bzip2Codec(), 500)));
        assertEquals(plain, trees(write(CodecFactory.zstandardCodec(3), 500)));
    }

    @Test
    void aSnappyBlockIsComparedWithItsChecksum() throws IOException {
        byte[] plain = "forty-two times forty-two times".repeat(9).getBytes(Encoding.UTF_8.charset());
        byte[] packed = PackedColumns.pack(CompressionCodecName.SNAPPY, plain);
        CRC32 crc = new CRC32();
        crc.update(plain);
        byte[] block = Arrays.copyOf(packed, packed.length + 4);
        ByteBuffer.wrap(block, packed.length, 4).putInt((int) crc.getValue());
        AvroCodec codec = new AvroCodec("snappy");
        assertEquals(ByteBuffer.wrap(plain), codec.decompress(ByteBuffer.wrap(block)));
        block[block.length - 1] ^= 1;
        IOException wrong = assertThrows(IOException.class, () -> codec.decompress(ByteBuffer.wrap(block)));
        assertTrue(String.valueOf(wrong.getMessage()).contains("checksum"), String.valueOf(wrong));
    }

    @Test
    void damagedFilesGiveRecordsOrOneErrorWithAPlace() throws IOException {
        byte[] whole = Files.readAllBytes(write(CodecFactory.deflateCodec(6), 400));
        SplittableRandom random = new SplittableRandom(20261121);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(4, whole.length) : whole.length);
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(4, damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path broken = Files.write(folder.resolve("broken.avro"), damaged);
            try {
                trees(broken);
            } catch (ProblemException e) {
                refused++;
                assertTrue(e.problem().code().startsWith("import."), e.problem().code());
            }
        }
        assertTrue(refused > 200, "refused " + refused);
    }
}
