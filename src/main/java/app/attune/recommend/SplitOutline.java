package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a way of splitting would part the interactions, with their number over time.
///
/// @param facts of the last test part
/// @param train per equal part of `span`, in order, interactions that train for the last test part
/// @param test  the same of those that test
/// @param cuts  where test parts begin, as shares of `span`, in order; empty where there is no point in time
public record SplitOutline(
        SplitFacts facts, TimeWindow span, List<Integer> train, List<Integer> test, List<Double> cuts) {
    private static final int BUCKETS = 52;

    public SplitOutline {
        train = List.copyOf(train);
        test = List.copyOf(test);
        cuts = List.copyOf(cuts);
    }

    static SplitOutline of(InteractionLog log, Parts parts, List<TimeWindow> windows, Progress progress) {
        TimeWindow span = log.span();
        TestSet test = TestSet.of(Interactions.of(parts.train(), progress), parts.test());
        SplitFacts facts = SplitFacts.of(parts, test);
        Stream<Instant> starts = switch (parts.details().kind()) {
            case BY_TIME -> Stream.of(facts.leakage().firstTest());
            case PERIOD -> windows.stream().map(TimeWindow::from);
            case LEAVE_LAST_OUT, OWN_FILE -> Stream.empty();
        };
        return new SplitOutline(
                facts,
                span,
                counts(parts.train(), span),
                counts(parts.test(), span),
                starts.map(start -> share(start, span)).toList());
    }

    private static double share(Instant time, TimeWindow span) {
        double length = Math.max(1, span.length().toMillis());
        return Math.clamp((time.toEpochMilli() - span.from().toEpochMilli()) / length, 0, 1);
    }

    private static List<Integer> counts(InteractionLog log, TimeWindow span) {
        long from = span.from().toEpochMilli();
        long length = Math.max(1, span.length().toMillis());
        int[] counts = new int[BUCKETS];
        for (long time : log.times()) {
            counts[(int) ((time - from) * BUCKETS / length)]++;
        }
        return IntStream.of(counts).boxed().toList();
    }
}
