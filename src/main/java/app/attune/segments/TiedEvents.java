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
/// through the events once for each pair of kinds, to the first user, and remembers the answers of the newest data.
final class TiedEvents {
    private static final int KEPT = 100;
    private static final int USERS_AT_ONCE = 10_000;
    private static final String SECONDS = "import times to the second if there are any.";

    private final Map<Pair, Boolean> known = new LinkedHashMap<>();
    private String dataHash = "";

    /// Two events of which the one may come after the other.
    private record Pair(EventKind one, EventKind other) {
        boolean isOfOneKind() {
            return one.equals(other);
        }
    }

    /// What a row makes of such events at one time, and what to do if that is not meant.
    private record Matter(Pair pair, String meaning, String remedy) {}

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
        return matters(row, search.frame()).stream()
                .filter(matter -> isTied(matter.pair(), search))
                .findFirst()
                .map(matter -> ConditionProblems.tied(some(matter.pair()), matter.meaning(), matter.remedy()));
    }

    /// As in "several purchase events" or "view events and purchase events".
    private static String some(Pair pair) {
        String one = EventWording.several(pair.one());
        return pair.isOfOneKind() ? "several " + one : one + " and " + EventWording.several(pair.other());
    }

    private static List<Matter> matters(EventCondition row, EventFrame frame) {
        List<Matter> matters = new ArrayList<>();
        taken(row.measure())
                .ifPresent(taken -> matters.add(new Matter(
                        new Pair(row.events(), row.events()), "of these " + taken, otherwise(row.measure()))));
        pairs(row)
                .forEach(pair -> matters.add(
                        new Matter(pair, "events at one time count as following each other", remedy(pair, frame))));
        if (row.window() instanceof Window.Since since && !since.last().equals(row.events())) {
            matters.add(new Matter(
                    new Pair(row.events(), since.last()),
                    "events at the very time of the last one do not count as after it",
                    "Take it that these are not after it, or " + SECONDS));
        }
        return matters;
    }

    private static String remedy(Pair pair, EventFrame frame) {
        if (!pair.isOfOneKind()) {
            return "Take it that these have no order, or " + SECONDS;
        }
        return "Use events of different types, or "
                + OrderIds.in(frame)
                        .map(order -> "count different " + order + " values.")
                        .orElse(SECONDS);
    }

    /// For who does not want the one that is taken.
    private static String otherwise(Measure measure) {
        if (!(measure instanceof Measure.OfField number)) {
            return "Take it that this one counts, or " + SECONDS;
        }
        String extreme = number.statistic() == Measure.Statistic.FIRST ? "smallest" : "largest";
        return "Ask for the " + extreme + " or average value, which need no order, or " + SECONDS;
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
            case Measure.MostOfOneItem most -> Optional.empty();
            case Measure.ItemWithMost item -> Optional.empty();
            case Measure.Steps steps -> Optional.empty();
        };
    }

    /// The events and their neighbours, and each step and the next one.
    private static List<Pair> pairs(EventCondition row) {
        List<Pair> pairs = new ArrayList<>();
        row.near().forEach(near -> pairs.add(new Pair(row.events(), near.events())));
        if (row.measure() instanceof Measure.Steps steps) {
            EventKind before = row.events();
            for (EventKind next : steps.next()) {
                pairs.add(new Pair(before, next));
                before = next;
            }
        }
        return pairs;
    }

    private boolean isTied(Pair pair, Search search) {
        String data = search.frame().dataHash();
        return known(data, pair).orElseGet(() -> {
            boolean answer = search.anyTied(pair);
            remember(data, pair, answer);
            return answer;
        });
    }

    private synchronized Optional<Boolean> known(String data, Pair pair) {
        return dataHash.equals(data) ? Optional.ofNullable(known.get(pair)) : Optional.empty();
    }

    private synchronized void remember(String data, Pair pair, boolean answer) {
        if (!dataHash.equals(data) || known.size() >= KEPT) {
            known.clear();
            dataHash = data;
        }
        known.put(pair, answer);
    }

    private record Search(EventFrame frame, Progress progress) {
        /// Whether some user has two events at one time, one of each kind. Cost: the events up to there.
        boolean anyTied(Pair pair) {
            EventFilter one = new EventFilter(frame, pair.one());
            EventFilter other = new EventFilter(frame, pair.other());
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

        private boolean hasTied(int userIdx, EventFilter one, EventFilter other) {
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

        /// One event of both kinds is no pair.
        private static boolean areTied(int from, int to, EventFilter one, EventFilter other) {
            int ones = 0;
            int others = 0;
            int either = 0;
            for (int row = from; row < to; row++) {
                boolean isOne = one.passes(row);
                boolean isOther = other.passes(row);
                ones += isOne ? 1 : 0;
                others += isOther ? 1 : 0;
                either += isOne || isOther ? 1 : 0;
            }
            return ones > 0 && others > 0 && either > 1;
        }
    }
}
