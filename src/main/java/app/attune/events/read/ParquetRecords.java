package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/// Reads the records of a Parquet file, one row group in memory at a time.
///
/// The library was written for files a system wrote itself: on a damaged one it may fail in any way, and whatever it
/// throws becomes one error that names the record it stopped at.
final class ParquetRecords implements app.attune.events.read.RecordReader {
    private final SourceFile file;
    private final ContentStream content;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private Optional<RecordReader<Group>> group = Optional.empty();
    private long left;
    private long line;

    ParquetRecords(SourceFile file, ContentStream content) throws IOException {
        this.file = file;
        this.content = content;
        try {
            this.reader = open(file.onDisk());
            this.schema = reader.getFooter().getFileMetaData().getSchema();
            this.columns = new ColumnIOFactory().getColumnIO(schema);
        } catch (IOException | RuntimeException e) {
            content.close();
            throw damaged(e);
        }
    }

    @Override
    public Optional<RawRecord> next() {
        try {
            while (left == 0) {
                PageReadStore pages = reader.readNextRowGroup();
                if (pages == null) {
                    return Optional.empty();
                }
                left = pages.getRowCount();
                group = Optional.of(columns.getRecordReader(pages, new GroupRecordConverter(schema)));
            }
            left--;
            line++;
            ObjectNode tree = ParquetTree.of(group.orElseThrow().read());
            return Optional.of(new RawRecord.Tree(line, tree, tree.toString()));
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        try (content;
                reader) {
            group = Optional.empty();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static ParquetFileReader open(Path path) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .usePageChecksumVerification(true)
                .build();
        return ParquetFileReader.open(new LocalInputFile(path), options);
    }

    private ProblemException damaged(Exception cause) {
        return BinaryDamage.of("Parquet", file, line, cause);
    }
}
