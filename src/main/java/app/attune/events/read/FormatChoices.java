package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.events.read.log.KnownPatterns;
import app.attune.events.read.shape.RecordField;
import app.attune.events.read.shape.RecordOutline;
import app.attune.events.read.shape.RecordShape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/// What an analyst can point at to say how a source is read.
///
/// @param layouts sheets of a workbook, where the records of a JSON document may stand, known patterns of a log; empty
///                for other kinds
/// @param fields  of the first records; empty where rows are flat
public record FormatChoices(List<String> layouts, List<RecordField> fields) {
    public FormatChoices {
        layouts = List.copyOf(layouts);
        fields = List.copyOf(fields);
    }

    /// Looks at the start of the source's first file.
    public static FormatChoices of(Source source, FileFormat format) {
        return new FormatChoices(layouts(source.first(), format), fields(source.first(), format));
    }

    private static List<String> layouts(SourceFile file, FileFormat format) {
        return switch (format.kind()) {
            case WORKBOOK -> sheets(file);
            case JSON ->
                JsonPlaces.of(FormatDetection.decode(file.head(FormatDetection.HEAD_BYTES), format.encoding()));
            case LOG -> KnownPatterns.all();
            case DELIMITED, JSON_LINES, PARQUET, AVRO, ALIGNED, FIXED_WIDTH, LISTS, W3C_LOG -> List.of();
        };
    }

    private static List<String> sheets(SourceFile file) {
        try (ContentStream content = file.open();
                ReadableWorkbook workbook = new ReadableWorkbook(content)) {
            return workbook.getSheets().map(Sheet::getName).toList();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static List<RecordField> fields(SourceFile file, FileFormat format) {
        if (!format.kind().namesEachValue()) {
            return List.of();
        }
        List<ObjectNode> first = new ArrayList<>();
        try (RecordReader records = RecordReaders.open(file, file.open(), format.withShape(RecordShape.none()))) {
            for (int i = 0; i < ImportPreview.ROWS; i++) {
                Optional<RawRecord> read = records.next();
                if (read.isPresent() && read.get() instanceof RawRecord.Tree tree) {
                    first.add(tree.root());
                }
            }
        } catch (ProblemException e) {
            // What is wrong with the file is told by its preview.
            return RecordOutline.of(first);
        }
        return RecordOutline.of(first);
    }
}
