package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
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
    private static final int MEMORY_PART = 2;

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
            this.reader = open(file);
            this.schema = reader.getFooter().getFileMetaData().getSchema();
            this.columns = new ColumnIOFactory().getColumnIO(schema);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
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
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
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

    private static ParquetFileReader open(SourceFile file) throws IOException {
        Expansion expansion = new Expansion(file.name());
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs(expansion))
                .usePageChecksumVerification(true)
                .build();
        ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file.onDisk()), options);
        try {
            reader.getFooter().getBlocks().forEach(block -> check(file, block, expansion));
            return reader;
        } catch (ProblemException e) {
            reader.close();
            throw e;
        }
    }

    /// What the file's directory says of one row group.
    private static void check(SourceFile file, BlockMetaData block, Expansion expansion) {
        requireValues(block);
        long size = file.size();
        long values = block.getColumns().stream()
                .mapToLong(ColumnChunkMetaData::getValueCount)
                .sum();
        expansion.count("rows in a row group", block.getRowCount(), size);
        expansion.count("values in a row group", values, size);
        long available = Runtime.getRuntime().maxMemory();
        if (block.getCompressedSize() > available / MEMORY_PART) {
            throw ProblemException.of(
                    "import.too-large",
                    String.format(
                            Locale.ROOT,
                            "A row group of %s takes %,d MB and is read at once, and Attune may use %,d MB in all.",
                            file.name(),
                            block.getCompressedSize() >> 20,
                            available >> 20),
                    "Have it written with row groups of at most 128 MB, or as CSV, and import that file.");
        }
    }

    /// Each row has a value, be it none, in each column, and some in a column of lists.
    private static void requireValues(BlockMetaData block) {
        long rows = block.getRowCount();
        for (ColumnChunkMetaData column : block.getColumns()) {
            if (rows < 0 || column.getValueCount() < rows) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "%,d rows with %,d values of %s", rows, column.getValueCount(), column.getPath()));
            }
        }
    }

    private ProblemException damaged(Throwable cause) {
        return BinaryDamage.of("Parquet", file, line, cause);
    }
}
