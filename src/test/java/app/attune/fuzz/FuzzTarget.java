package app.attune.fuzz;

import app.attune.core.ProblemException;
import app.attune.events.Presets;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RowReader;
import app.attune.events.read.RowReaders;
import app.attune.events.read.Source;
import app.attune.events.read.SourceFile;
import app.attune.segments.text.ConditionText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// One thing that reads what others wrote. Whatever it is given, it reads to the end or refuses with a problem of its
/// area; anything else it throws is a finding.
enum FuzzTarget {
    DELIMITED,
    JSON,
    JSON_LINES,
    LOG,
    W3C_LOG,
    ALIGNED,
    FIXED_WIDTH,
    LISTS,
    AVRO,
    PARQUET,
    WORKBOOK,
    /// Whatever the bytes are taken for: containers, encodings and formats are detected.
    CONTAINER,
    PRESET,
    CONDITION,
    /// A bundle's folder; each file begins behind a line `@@ NAME`.
    BUNDLE,
    /// The store of a workspace, or its description where the bytes begin with a brace.
    WORKSPACE;

    private static final Pattern CODES =
            Pattern.compile("(import|mapping|preset|segments|json|bundle|workspace|store)\\..*");

    /// Reads what lies in `file`.
    ///
    /// @throws IllegalStateException if it is refused in a way that no analyst could read
    void read(Path file) throws IOException {
        try {
            switch (this) {
                case DELIMITED, JSON, JSON_LINES, LOG, W3C_LOG, ALIGNED, LISTS, AVRO, PARQUET, WORKBOOK ->
                    readRows(file, FileFormat.csv().withKind(FileKind.valueOf(name())));
                case FIXED_WIDTH ->
                    readRows(
                            file,
                            FileFormat.csv().withKind(FileKind.FIXED_WIDTH).withLayout("1,4,18"));
                case CONTAINER -> preview(Source.of(file));
                case PRESET -> Presets.bundled().require(file.toString()).id();
                case CONDITION -> ConditionText.readShown(Files.readString(file, StandardCharsets.ISO_8859_1));
                case BUNDLE -> FuzzFolder.with(file, FuzzFolder::verify);
                case WORKSPACE -> FuzzFolder.with(file, FuzzFolder::open);
            }
        } catch (ProblemException e) {
            if (!CODES.matcher(e.problem().code()).matches()) {
                throw new IllegalStateException(this + " refused with " + e.problem(), e);
            }
        }
    }

    private static void preview(Source source) {
        ImportPreview.of(source, FormatDetection.detect(source.first().head(FormatDetection.HEAD_BYTES)));
    }

    private static void readRows(Path path, FileFormat format) {
        SourceFile file = new SourceFile(path);
        try (RowReader rows = RowReaders.open(file, file.open(), format)) {
            while (rows.next().isPresent()) {
                rows.unreadNames();
            }
        }
    }
}
