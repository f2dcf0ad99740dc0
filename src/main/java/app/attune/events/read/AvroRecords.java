package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/// Reads the records of an Avro file, which carries its schema with it, one block in memory at a time.
final class AvroRecords implements RecordReader {
    static {
        AvroSnappy.register();
    }

    private final SourceFile file;
    private final DataFileStream<GenericRecord> records;
    private long line;

    AvroRecords(SourceFile file, ContentStream content) throws IOException {
        this.file = file;
        try {
            this.records = new DataFileStream<>(content, new GenericDatumReader<>());
        } catch (IOException | RuntimeException e) {
            content.close();
            throw damaged(e);
        }
    }

    @Override
    public Optional<RawRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            line++;
            ObjectNode tree = AvroTree.of(records.next());
            return Optional.of(new RawRecord.Tree(line, tree, tree.toString()));
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private ProblemException damaged(Exception cause) {
        return BinaryDamage.of("Avro", file, line, cause);
    }
}
