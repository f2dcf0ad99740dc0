package app.attune.events;

import app.attune.events.read.FileFormat;
import app.attune.events.read.RowReader;
import app.attune.events.read.Source;
import java.util.function.UnaryOperator;

/// What to import and how.
///
/// @param read   how the source's files are written
/// @param name   what the report calls it
/// @param format of the rows that come out
/// @param ending adds to the report what is known once all is read
/// @param rows   makes the rows to import from those of the source
record ImportRequest(
        Source source,
        FileFormat read,
        String name,
        FileFormat format,
        Mapping mapping,
        UnaryOperator<RowReader> rows,
        UnaryOperator<ImportReport> ending) {
    static ImportRequest of(Source source, FileFormat format, Mapping mapping) {
        return new ImportRequest(source, format, source.name(), format, mapping, reader -> reader, report -> report);
    }

    ImportRequest reading(UnaryOperator<RowReader> other) {
        return new ImportRequest(source, read, name, format, mapping, other, ending);
    }

    /// What the report calls one of the files; rows that were mended are called by where they came from.
    String fileName(int file) {
        return name.equals(source.name()) ? source.files().get(file).name() : name;
    }
}
