package app.attune.segments.compare;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// How many users are left after each row of a condition, from everybody to the segment.
///
/// @param rows  those that can be counted, in order; muted rows are left out
/// @param muted how many rows are left out as muted
public record DropOff(Instant asOf, int everybody, List<Row> rows, List<Broken> broken, int muted) {
    public DropOff {
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
    }

    /// What one row leaves.
    ///
    /// @param number as people count the rows of the condition, from 1
    /// @param words  whom the row means, to stand after "users"
    /// @param before users before it
    /// @param after  users after it
    public record Row(int number, String words, int before, int after) {
        public int lost() {
            return before - after;
        }
    }

    /// A row that cannot be counted.
    public record Broken(int number, Problem problem) {}

    /// Who is left in the end.
    public int left() {
        return rows.isEmpty() ? everybody : rows.getLast().after();
    }

    /// The row that takes most users away, the first of equal ones; empty where none takes any.
    public Optional<Row> costliest() {
        return rows.stream()
                .filter(row -> row.lost() > 0)
                .max(Comparator.comparingInt(Row::lost).thenComparingInt(row -> -row.number()));
    }

    /// Of the rows of ALL; those of NONE each say who is not meant, and of ANY the whole is one row.
    /// Muted as a whole it takes nobody away.
    static DropOff of(Condition condition, SegmentService segments, Instant asOf, Progress progress) {
        Count count = new Count(segments, asOf, progress);
        int everybody = count.left.getCardinality();
        List<Condition> steps = steps(condition);
        int muted = 0;
        for (int i = 0; i < steps.size(); i++) {
            progress.report("Counting row " + (i + 1), i, steps.size());
            if (Marks.has(steps.get(i), Mark.MUTED)) {
                muted++;
            } else {
                count.add(i + 1, steps.get(i));
            }
        }
        return new DropOff(asOf, everybody, count.rows, count.broken, muted);
    }

    private static final class Count {
        private final SegmentService segments;
        private final Instant asOf;
        private final Progress progress;
        private final ConditionSentence words;
        private final RoaringBitmap left;
        private final List<Row> rows = new ArrayList<>();
        private final List<Broken> broken = new ArrayList<>();

        Count(SegmentService segments, Instant asOf, Progress progress) {
            this.segments = segments;
            this.asOf = asOf;
            this.words = segments.sentences();
            this.progress = progress;
            this.left = members(new AllOf(List.of())).clone();
        }

        private RoaringBitmap members(Condition condition) {
            return segments.audience(condition, asOf, progress).members();
        }

        void add(int number, Condition row) {
            try {
                int before = left.getCardinality();
                left.and(members(row));
                rows.add(new Row(number, words.row(row), before, left.getCardinality()));
            } catch (ProblemException e) {
                broken.add(new Broken(number, e.problem()));
            }
        }
    }

    private static List<Condition> steps(Condition condition) {
        if (Marks.has(condition, Mark.MUTED)) {
            return List.of(condition);
        }
        Condition bare = Marks.bare(condition);
        if (bare instanceof AllOf) {
            return Conditions.parts(bare);
        }
        if (bare instanceof NoneOf) {
            return Conditions.parts(bare).stream()
                    .map(part -> Marks.keep(part, new NoneOf(List.of(Marks.bare(part)))))
                    .toList();
        }
        return List.of(condition);
    }
}
