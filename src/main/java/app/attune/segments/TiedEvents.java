package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.segments.ConditionFinding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Notes where the order of events matters to a row and some users have such events at one time. Thread-safe; looks
/// through the events once for each pair of types, to the first user, and remembers the answers of the newest data.
final class TiedEvents {
    private static final int KEPT = 100;
    private static final int USERS_AT_ONCE = 10_000;

    private final Map<Pair, Boolean> known = new LinkedHashMap<>();
    private String dataHash = "";

    /// The types of two events of which the one may come after the other; none for any type.
    private record Pair(List<String> one, List<String> other) {
        static Pair of(EventKind one, EventKind other) {
            return new Pair(one.types(), other.types());
        }
    }

    /// One note a row at most.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    List<ConditionFinding> findings(Condition condition, EventFrame frame, Progress progress) {
        List<ConditionFinding> findings = new ArrayList<>();
        visit(condition, List.of(), new Search(frame, progress), findings);
        return List.copyOf(findings);
    }

    private void visit(Condition condition, List<Integer> path, Search search, List<ConditionFinding> findings) {
        row(condition)
                .flatMap(row -> problem(row, search))
                .ifPresent(problem -> findings.add(new ConditionFinding(path, Severity.WARNING, problem)));
        List<Condition> parts = Conditions.parts(condition);
        for (int i = 0; i < parts.size(); i++) {
            visit(parts.get(i), Conditions.child(path, i), search, findings);
        }
    }

    private static Optional<EventCondition> row(Condition condition) {
        return switch (condition) {
            case MarkedCondition marked -> row(marked.part());
            case EventCondition row -> Optional.of(row);
            case RankCondition rank -> rank.events();
            case UserCondition row -> Optional.empty();
            case AttributeCondition row -> Optional.empty();
            case AllOf group -> Optional.empty();
            case AnyOf group -> Optional.empty();
            case NoneOf group -> Optional.empty();
        };
    }

    private Optional<Problem> problem(EventCondition row, Search search) {
        Optional<String> taken = taken(row.measure());
        if (taken.isPresent() && isTied(Pair.of(row.events(), row.events()), search)) {
            return Optional.of(problem(Pair.of(row.events(), row.events()), "of these " + taken.get(), search));
        }
        return pairs(row).stream()
                .filter(pair -> isTied(pair, search))
                .findFirst()
                .map(pair -> problem(pair, "events at one time count as following each other", search));
    }

    private static Problem problem(Pair pair, String meaning, Search search) {
        return ConditionProblems.tied(some(pair), meaning, remedy(pair, search.frame()));
    }

    private static String remedy(Pair pair, EventFrame frame) {
        if (!pair.one().equals(pair.other())) {
            return "Take it that these have no order, or import times to the second if there are any.";
        }
        return frame.property("order_id").isPresent()
                ? "Use events of different types, or count different order_id values."
                : "Use events of different types, or import times to the second if there are any.";
    }

    /// As in "several purchase events" or "view events and purchase events".
    private static String some(Pair pair) {
        String one = events(pair.one());
        return pair.one().equals(pair.other()) ? "several " + one : one + " and " + events(pair.other());
    }

    private static String events(List<String> types) {
        return types.isEmpty() ? "events" : Wording.join(types, " or ") + " events";
    }

    /// Which of the events at one time is taken, where one is.
    private static Optional<String> taken(Measure measure) {
        return switch (measure) {
            case Measure.OfField number ->
                switch (number.statistic()) {
                    case FIRST -> Optional.of("the smallest value counts as the first");
                    case LAST -> Optional.of("the largest value counts as the last");
                    case AVERAGE, SMALLEST, LARGEST -> Optional.empty();
                };
            case Measure.TextOf text ->
                Optional.of(
                        text.end() == Measure.TextEnd.FIRST_TEXT
                                ? "the text that is first in order of letters counts as the first"
                                : "the text that is last in order of letters counts as the last");
            case Measure.Count count -> Optional.empty();
            case Measure.Sum sum -> Optional.empty();
            case Measure.CountDistinct distinct -> Optional.empty();
            case Measure.DaysSinceLast days -> Optional.empty();
            case Measure.DaysSinceFirst days -> Optional.empty();
            case Measure.ActiveDays days -> Optional.empty();
            case Measure.OfSessions sessions -> Optional.empty();
            case Measure.Steps steps -> Optional.empty();
        };
    }

    /// The events and their neighbours, and each step and the next one.
    private static List<Pair> pairs(EventCondition row) {
        List<Pair> pairs = new ArrayList<>();
        row.near().forEach(near -> pairs.add(Pair.of(row.events(), near.events())));
        if (row.measure() instanceof Measure.Steps steps) {
            EventKind before = row.events();
            for (EventKind next : steps.next()) {
                pairs.add(Pair.of(before, next));
                before = next;
            }
        }
        return pairs;
    }

    private synchronized boolean isTied(Pair pair, Search search) {
        if (!dataHash.equals(search.frame().dataHash()) || known.size() >= KEPT) {
            known.clear();
            dataHash = search.frame().dataHash();
        }
        Boolean answer = known.get(pair);
        if (answer == null) {
            answer = search.anyTied(types(pair.one(), search.frame()), types(pair.other(), search.frame()));
            known.put(pair, answer);
        }
        return answer;
    }

    private static boolean[] types(List<String> types, EventFrame frame) {
        boolean[] wanted = new boolean[frame.types().size()];
        EventFilter.addTypes(frame, new EventKind(types, List.of()), wanted);
        return wanted;
    }

    private record Search(EventFrame frame, Progress progress) {
        /// Whether some user has two events at one time, one of each of the wanted types. Cost: the events up to there.
        boolean anyTied(boolean[] one, boolean[] other) {
            for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
                if (userIdx % USERS_AT_ONCE == 0) {
                    progress.checkpoint();
                }
                if (hasTied(userIdx, one, other)) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasTied(int userIdx, boolean[] one, boolean[] other) {
            int end = frame.to(userIdx);
            int from = frame.from(userIdx);
            while (from < end) {
                int to = from + 1;
                while (to < end && frame.time(to) == frame.time(from)) {
                    to++;
                }
                if (to - from > 1 && areTied(from, to, one, other)) {
                    return true;
                }
                from = to;
            }
            return false;
        }

        /// One event of both types is no pair.
        private boolean areTied(int from, int to, boolean[] one, boolean[] other) {
            int ones = 0;
            int others = 0;
            int either = 0;
            for (int row = from; row < to; row++) {
                int type = frame.type(row);
                ones += one[type] ? 1 : 0;
                others += other[type] ? 1 : 0;
                either += one[type] || other[type] ? 1 : 0;
            }
            return ones > 0 && others > 0 && either > 1;
        }
    }
}
