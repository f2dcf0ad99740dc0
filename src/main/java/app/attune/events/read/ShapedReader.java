package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.events.read.shape.RecordShape;
import app.attune.events.read.shape.Shaper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Rows made of records by a shape. One record may give several rows, which share line and text and differ by part.
final class ShapedReader implements RowReader {
    private static final int SAMPLE_RECORDS = 500;
    /// Lists beside each other multiply: so many rows that are not read stand for themselves, the others for one.
    private static final long MOST_CUT = 1_000_000;

    private final RecordReader records;
    private final Shaper shaper;
    private final Deque<RawRecord> ahead = new ArrayDeque<>();
    private final Deque<RawRow> rows = new ArrayDeque<>();
    private long line;
    private long cut;
    private long told;

    ShapedReader(SourceFile file, RecordReader records, RecordShape shape) {
        this.records = records;
        this.shaper = new Shaper(shape);
        List<ObjectNode> first = new ArrayList<>();
        for (int i = 0; i < SAMPLE_RECORDS; i++) {
            records.next().ifPresent(read -> {
                ahead.add(read);
                if (read instanceof RawRecord.Tree tree) {
                    first.add(tree.root());
                }
            });
        }
        if (ahead.isEmpty()) {
            throw ProblemException.of(
                    "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some.");
        }
        shaper.learn(first);
    }

    @Override
    public List<String> columns() {
        return shaper.columns();
    }

    @Override
    public Optional<RawRow> next() {
        while (rows.isEmpty()) {
            if (told < cut) {
                return Optional.of(notRead());
            }
            Optional<RawRecord> read = ahead.isEmpty() ? records.next() : Optional.of(ahead.removeFirst());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            switch (read.get()) {
                case RawRecord.Tree tree -> add(tree);
                case RawRecord.Broken broken -> rows.add(new RawRow.Broken(broken.rejection()));
            }
        }
        return Optional.of(rows.removeFirst());
    }

    private void add(RawRecord.Tree tree) {
        int part = 0;
        for (String[] values : shaper.rows(tree.root())) {
            rows.add(new RawRow.Values(tree.line(), values, tree.raw(), part++));
        }
        line = tree.line();
        cut = shaper.cut();
        told = 0;
    }

    /// The next of the rows that one record has too many.
    private RawRow notRead() {
        long row = Shaper.MAX_ROWS + ++told;
        String detail = String.format(Locale.ROOT, "row %,d of a record, of which %,d are read", row, Shaper.MAX_ROWS);
        if (told == MOST_CUT && cut > told) {
            detail += String.format(Locale.ROOT, ", and the %,d after it", cut - told);
            told = cut;
        }
        if (shaper.multiplies()) {
            detail += "; its lists multiply, so it may have more than are counted";
        }
        return new RawRow.Broken(new Rejection(line, 0, RejectReason.TOO_MANY_ROWS, detail, ""));
    }

    @Override
    public List<String> unreadNames() {
        return List.copyOf(shaper.unread());
    }

    @Override
    public Map<String, Long> oddValues() {
        return shaper.odd();
    }

    @Override
    public long leftOut() {
        return shaper.leftOut();
    }

    @Override
    public void close() {
        records.close();
    }
}
