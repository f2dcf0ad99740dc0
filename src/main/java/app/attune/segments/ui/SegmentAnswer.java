package app.attune.segments.ui;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Consents;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.ConditionFinding;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Everything the editor shows about one state of a condition. Counts go by the part itself, so that they stay true
/// wherever the part moves.
///
/// @param withheld users of the segment who have not agreed to personalisation
/// @param before the size the segment had when it was opened
/// @param sql    empty while a row has an error
record SegmentAnswer(
        Condition condition,
        Map<Condition, Integer> counts,
        int population,
        int withheld,
        OptionalInt before,
        List<ConditionFinding> findings,
        String sql,
        List<UserId> sample,
        Instant asOf) {
    private static final int SAMPLE = 20;

    /// What is asked.
    ///
    /// @param before the condition the segment was opened with
    /// @param seed   of the sample
    record Question(Condition condition, Condition before, long seed) {}

    static SegmentAnswer of(SegmentService segments, Question question, Progress progress) {
        Condition condition = question.condition();
        Instant asOf = segments.asOf(progress);
        ConditionCounts counted = segments.counts(condition, asOf, progress);
        Map<Condition, Integer> counts = new HashMap<>();
        collect(condition, List.of(), counted, counts);
        OptionalInt before = segments.counts(question.before(), asOf, progress).total();
        boolean whole = counted.total().isPresent();
        return new SegmentAnswer(
                condition,
                Map.copyOf(counts),
                counted.population(),
                withheld(segments, counted, asOf, progress),
                before,
                segments.findings(condition, progress),
                whole ? sql(segments, condition, asOf, progress) : "",
                whole ? segments.sampleUsers(condition, asOf, SAMPLE, question.seed()) : List.of(),
                asOf);
    }

    private static int withheld(SegmentService segments, ConditionCounts counted, Instant asOf, Progress progress) {
        return segments.population(progress)
                .consents()
                .withheldAmong(counted.members(), Consents.PERSONALISATION, asOf);
    }

    private static String sql(SegmentService segments, Condition condition, Instant asOf, Progress progress) {
        try {
            return segments.readableSql(condition, asOf, progress);
        } catch (ProblemException e) {
            return "";
        }
    }

    private static void collect(
            Condition condition, List<Integer> path, ConditionCounts counted, Map<Condition, Integer> counts) {
        counted.at(path).ifPresent(count -> counts.put(condition, count));
        List<Condition> parts = Conditions.parts(condition);
        for (int i = 0; i < parts.size(); i++) {
            collect(parts.get(i), Conditions.child(path, i), counted, counts);
        }
    }

    OptionalInt countOf(Condition part) {
        Integer count = counts.get(part);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
