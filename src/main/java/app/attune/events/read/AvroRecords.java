package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericRecord;

/// Reads the records of an Avro file, which carries its schema with it, one block in memory at a time.
final class AvroRecords implements RecordReader {
    static {
        AvroCodec.register();
    }

    private final SourceFile file;
    private final Expansion expansion;
    private final ContentStream content;
    private final DataFileStream<GenericRecord> records;
    private long line;

    AvroRecords(SourceFile file, ContentStream content) throws IOException {
        this.file = file;
        this.content = content;
        this.expansion = new Expansion(file.name());
        try {
            this.records = new DataFileStream<>(content, new AvroReader(expansion));
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
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
            expansion.count("records", line, content.position());
            ObjectNode tree = AvroTree.of(records.next());
            return Optional.of(new RawRecord.Tree(line, tree, tree.toString()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
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

    private ProblemException damaged(Throwable cause) {
        return BinaryDamage.of("Avro", file, line, cause);
    }
}
