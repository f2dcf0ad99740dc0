package app.attune.segments.ui;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Consents;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.ConditionFinding;
import app.attune.segments.Conditions;
import app.attune.segments.Marks;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import app.attune.segments.SqlDialect;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Everything the editor shows about one state of a condition. Counts go by what the part itself asks, so that they
/// stay
/// true wherever it moves and whatever is remarked on it.
///
/// @param withheld users of the segment who have not agreed to personalisation
/// @param before the size the segment had when it was opened
/// @param sql    of every dialect, or why there is none; empty while a row has an error
record SegmentAnswer(
        Condition condition,
        Map<Condition, Integer> counts,
        int population,
        int withheld,
        OptionalInt before,
        List<ConditionFinding> findings,
        Map<SqlDialect, String> sql,
        List<UserId> sample,
        Instant asOf) {
    private static final int SAMPLE = 20;

    /// What is asked.
    ///
    /// @param draft  the segment as it is edited
    /// @param before the condition the segment was opened with
    /// @param seed   of the sample
    record Question(SegmentDraft draft, Condition before, long seed) {}

    static SegmentAnswer of(SegmentService segments, Question question, Progress progress) {
        Condition condition = question.draft().condition();
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
                segments.findings(question.draft(), progress),
                whole ? sql(segments, condition, asOf, progress) : Map.of(),
                whole ? segments.sampleUsers(condition, asOf, SAMPLE, question.seed()) : List.of(),
                asOf);
    }

    private static int withheld(SegmentService segments, ConditionCounts counted, Instant asOf, Progress progress) {
        return segments.population(progress)
                .consents()
                .withheldAmong(counted.members(), Consents.PERSONALISATION, asOf);
    }

    private static Map<SqlDialect, String> sql(
            SegmentService segments, Condition condition, Instant asOf, Progress progress) {
        Map<SqlDialect, String> queries = new EnumMap<>(SqlDialect.class);
        for (SqlDialect dialect : SqlDialect.values()) {
            try {
                queries.put(
                        dialect,
                        switch (dialect) {
                            case H2 -> segments.readableSql(condition, asOf, progress);
                            case SPARK -> segments.sparkSql(condition, asOf, progress);
                        });
            } catch (ProblemException e) {
                queries.put(dialect, e.problem().message() + "\n" + e.problem().remedy());
            }
        }
        return Map.copyOf(queries);
    }

    private static void collect(
            Condition condition, List<Integer> path, ConditionCounts counted, Map<Condition, Integer> counts) {
        counted.at(path).ifPresent(count -> counts.put(Marks.plain(condition), count));
        List<Condition> parts = Conditions.parts(condition);
        for (int i = 0; i < parts.size(); i++) {
            collect(parts.get(i), Conditions.child(path, i), counted, counts);
        }
    }

    OptionalInt countOf(Condition part) {
        Integer count = counts.get(Marks.plain(part));
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
