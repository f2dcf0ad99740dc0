package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.RawRecord;
import app.attune.events.read.RecordReader;
import app.attune.events.read.RecordReaders;
import app.attune.events.read.RowReader;
import app.attune.events.read.RowReaders;
import app.attune.events.read.SourceFile;
import app.attune.events.read.shape.PathProbe;
import app.attune.events.read.shape.RecordShape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The first records of a file under one format, to be asked what they hold. Rows have columns, records have none.
final class FileSample {
    private static final Set<FileKind> COLUMNAR =
            Set.of(FileKind.DELIMITED, FileKind.ALIGNED, FileKind.LOG, FileKind.W3C_LOG);
    private static final int RECORDS = 50;
    private static final int LONGEST = 500;

    private final List<String> columns;
    private final List<ObjectNode> records;

    private FileSample(List<String> columns, List<ObjectNode> records) {
        this.columns = columns;
        this.records = records;
    }

    /// A file that cannot be read so has nothing.
    static FileSample of(SourceFile file, FileFormat format) {
        FileFormat plain = format.withShape(RecordShape.none());
        try {
            return new FileSample(columns(file, plain), records(file, plain));
        } catch (ProblemException e) {
            return new FileSample(List.of(), List.of());
        }
    }

    private static List<String> columns(SourceFile file, FileFormat format) {
        if (!COLUMNAR.contains(format.kind())) {
            return List.of();
        }
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            return reader.columns();
        }
    }

    private static List<ObjectNode> records(SourceFile file, FileFormat format) {
        List<ObjectNode> records = new ArrayList<>();
        try (RecordReader reader = RecordReaders.open(file, file.open(), format)) {
            for (int i = 0; i < RECORDS; i++) {
                Optional<RawRecord> read = reader.next();
                if (read.isPresent() && read.get() instanceof RawRecord.Tree tree) {
                    records.add(tree.root());
                }
            }
        }
        return records;
    }

    int columnCount() {
        return columns.size();
    }

    /// The first of the alternatives (` or ` between them) that is there: a column of that name, in any case, or a path
    /// that at least every fourth record has.
    Optional<String> find(String sign) {
        return Stream.of(sign.split(" or ")).filter(this::has).findFirst();
    }

    private boolean has(String sign) {
        if (!columns.isEmpty()) {
            return columns.stream().anyMatch(column -> column.equalsIgnoreCase(sign));
        }
        PathProbe probe = new PathProbe(sign);
        long having = records.stream().filter(probe::knows).count();
        return having > 0 && having * 4 >= records.size();
    }

    /// Whether there are values there and all match; none need be there if the expression matches nothing, too.
    boolean matches(PresetSigns.ValueSign sign) {
        Pattern pattern = Pattern.compile(sign.matches());
        PathProbe probe = new PathProbe(columns.isEmpty() ? sign.at() : "/" + escaped(sign.at()));
        List<String> values = records.stream()
                .map(probe::text)
                .filter(value -> !value.isEmpty())
                .toList();
        return values.isEmpty()
                ? pattern.matcher("").matches()
                : values.stream()
                        .allMatch(value -> value.length() <= LONGEST
                                && pattern.matcher(value).matches());
    }

    private static String escaped(String column) {
        return column.replace("~", "~0")
                .replace("/", "~1")
                .replace("|", "~2")
                .replace("[", "~3")
                .replace("(", "~4");
    }
}
