package app.attune.decide.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/// Writes lists as Parquet, a row per user and item.
final class ParquetLists {
    private static final MessageType ROW = MessageTypeParser.parseMessageType("""
            message recommendation {
              required binary user_id (STRING);
              required int32 rank;
              required binary item_id (STRING);
              required double score;
            }""");

    private ParquetLists() {}

    static void write(Path file, Stream<UserList> lists) throws IOException {
        SimpleGroupFactory rows = new SimpleGroupFactory(ROW);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withType(ROW)
                .withCodecFactory(new AsTheyAre())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (Iterator<UserList> each = lists.iterator(); each.hasNext(); ) {
                write(each.next(), rows, writer);
            }
        }
    }

    private static void write(UserList list, SimpleGroupFactory rows, ParquetWriter<Group> writer) throws IOException {
        List<UserList.Entry> items = list.items();
        for (int at = 0; at < items.size(); at++) {
            writer.write(rows.newGroup()
                    .append("user_id", list.user().value())
                    .append("rank", at + 1)
                    .append("item_id", items.get(at).item().value())
                    .append("score", items.get(at).score()));
        }
    }

    /// Leaves bytes as they are.
    private static final class AsTheyAre implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) {
                    return bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return CompressionCodecName.UNCOMPRESSED;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Only written here");
        }

        @Override
        public void release() {}
    }
}
