package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.events.read.TextLines.TextLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads files that have a row, or a list of them, in each line.
final class LineReader implements RowReader {
    private final TextLines lines;
    private final LineCut cut;
    private final Deque<RawRow> ahead = new ArrayDeque<>();

    LineReader(SourceFile file, InputStream content, FileFormat format, LineCut cut) throws IOException {
        this.lines = new TextLines(file, content, format);
        this.cut = cut;
        fill();
        if (ahead.isEmpty() && cut.columns().isEmpty()) {
            throw ProblemException.of(
                    "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some.");
        }
    }

    @Override
    public List<String> columns() {
        return cut.columns();
    }

    @Override
    public Optional<RawRow> next() {
        if (ahead.isEmpty()) {
            fill();
        }
        return Optional.ofNullable(ahead.pollFirst());
    }

    @Override
    public List<String> unreadNames() {
        return List.copyOf(cut.unread());
    }

    @Override
    public void close() {
        lines.close();
    }

    private void fill() {
        while (ahead.isEmpty()) {
            Optional<TextLine> line = lines.next();
            if (line.isEmpty()) {
                return;
            }
            line.get()
                    .problem()
                    .ifPresentOrElse(
                            problem -> ahead.add(new RawRow.Broken(problem)),
                            () -> cut.take(line.get().number(), line.get().text(), ahead));
        }
    }

    /// Makes rows of lines.
    interface LineCut {
        /// Known at the latest when a line gave a row.
        List<String> columns();

        /// Adds the rows of a line, if it has any.
        void take(long number, String line, Deque<RawRow> rows);

        /// Names of values that are not among the columns.
        default Set<String> unread() {
            return Set.of();
        }
    }
}
