package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the files of a source one after another as if they were one. Lines are counted on from file to file, so a
/// line names its file too; columns in another order are put into that of the first file.
public final class SourceReader implements RowReader {
    private static final int ABSENT = -1;

    private final Source source;
    private final FileFormat format;
    private final Set<String> unread = new LinkedHashSet<>();
    private final Map<String, Long> odd = new TreeMap<>();
    private final List<String> columns;
    private ContentStream content;
    private RowReader reader;
    private int[] order = {};
    private int file;
    private long linesBefore;
    private long line;
    private long rows;
    private long leftOut;
    private long bytesBefore;

    private SourceReader(Source source, FileFormat format) {
        this.source = source;
        this.format = format;
        this.content = source.first().open();
        this.reader = RowReaders.open(source.first(), content, format);
        this.columns = reader.columns();
    }

    public static SourceReader open(Source source, FileFormat format) {
        return new SourceReader(source, format);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<RawRow> next() {
        try {
            Optional<RawRow> row = reader.next();
            while (row.isEmpty() && file + 1 < source.files().size()) {
                openNext();
                row = reader.next();
            }
            row.ifPresent(read -> {
                rows++;
                line = linesBefore + read.line();
            });
            return file == 0 ? row : row.map(this::placed);
        } catch (ProblemException e) {
            throw withPlace(e);
        }
    }

    @Override
    public boolean nextPlain(PlainRow row) {
        try {
            return order.length == 0 && reader.nextPlain(row) && placed(row);
        } catch (ProblemException e) {
            throw withPlace(e);
        }
    }

    @Override
    public boolean nextPlainBeside(PlainRow row) {
        return order.length == 0 && reader.nextPlainBeside(row) && placed(row);
    }

    private boolean placed(PlainRow row) {
        row.linesBefore(linesBefore);
        rows++;
        line = row.line();
        return true;
    }

    @Override
    public List<String> unreadNames() {
        unread.addAll(reader.unreadNames());
        return List.copyOf(unread);
    }

    @Override
    public Map<String, Long> oddValues() {
        Map<String, Long> all = new TreeMap<>(odd);
        reader.oddValues().forEach((name, count) -> all.merge(name, count, Long::sum));
        return all;
    }

    @Override
    public long leftOut() {
        return leftOut + reader.leftOut();
    }

    /// Bytes on disk that have been read so far.
    public long position() {
        return bytesBefore + content.position();
    }

    /// Which of the source's files the last row stands in.
    public int file() {
        return file;
    }

    /// Lines counted in the files before the current one.
    public long linesBefore() {
        return linesBefore;
    }

    @Override
    public void close() {
        reader.close();
    }

    private void openNext() {
        unread.addAll(reader.unreadNames());
        reader.oddValues().forEach((name, count) -> odd.merge(name, count, Long::sum));
        leftOut += reader.leftOut();
        bytesBefore += content.position();
        reader.close();
        file++;
        linesBefore = line;
        SourceFile next = source.files().get(file);
        content = next.open();
        try {
            reader = RowReaders.open(next, content, format);
        } catch (ProblemException e) {
            if (!e.problem().code().equals("import.empty")) {
                throw e;
            }
            reader = new NoRows(columns);
        }
        order = order(next, reader.columns());
    }

    /// Where each column stands in the rows of this file; nothing where the columns are the same.
    private int[] order(SourceFile next, List<String> other) {
        if (other.equals(columns)) {
            return new int[0];
        }
        Set<String> names = new HashSet<>(other);
        boolean free = format.kind().namesEachValue();
        if (!free && (other.size() != columns.size() || !names.containsAll(columns))) {
            throw ProblemException.of(
                    "import.other-columns",
                    next.name() + " has other columns than " + source.first().name() + ".",
                    "Import them one by one, or choose only files with the same columns.");
        }
        other.stream().filter(name -> !columns.contains(name)).forEach(unread::add);
        return columns.stream().mapToInt(other::indexOf).toArray();
    }

    private RawRow placed(RawRow row) {
        return switch (row) {
            case RawRow.Values values ->
                new RawRow.Values(linesBefore + values.line(), ordered(values.values()), values.raw(), values.part());
            case RawRow.Broken broken -> new RawRow.Broken(broken.rejection().at(linesBefore + broken.line()));
        };
    }

    private String[] ordered(String[] values) {
        if (order.length == 0) {
            return values;
        }
        String[] ordered = new String[order.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = order[i] == ABSENT ? "" : values[order[i]];
        }
        return ordered;
    }

    private ProblemException withPlace(ProblemException e) {
        Problem problem = e.problem();
        if (rows == 0
                || !(problem.code().equals("import.truncated") || problem.code().equals("import.unreadable"))) {
            return e;
        }
        String message = String.format(
                Locale.ROOT,
                "%s %,d rows could be read, the last one in line %,d.",
                problem.message(),
                rows,
                line - linesBefore);
        return new ProblemException(new Problem(problem.code(), message, problem.remedy()), e);
    }

    /// Stands in for a file without any line.
    private record NoRows(List<String> columns) implements RowReader {
        @Override
        public Optional<RawRow> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
