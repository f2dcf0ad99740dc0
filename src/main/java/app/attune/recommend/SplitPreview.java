package app.attune.recommend;

import app.attune.core.TimeWindow;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// How a split would cut the interactions, with their number over time.
///
/// @param buckets interactions per equal part of `span`, in order
public record SplitPreview(SplitFacts facts, TimeWindow span, List<Integer> buckets) {
    private static final int BUCKETS = 52;

    public SplitPreview {
        buckets = List.copyOf(buckets);
    }

    static SplitPreview of(InteractionLog log, SplitFacts facts) {
        TimeWindow span = log.span();
        long from = span.from().toEpochMilli();
        long length = Math.max(1, span.length().toMillis());
        Integer[] counts = new Integer[BUCKETS];
        Arrays.fill(counts, 0);
        for (long time : log.times()) {
            counts[(int) ((time - from) * BUCKETS / length)]++;
        }
        return new SplitPreview(facts, span, Collections.unmodifiableList(Arrays.asList(counts)));
    }

    /// Where the test begins, as a share of `span`.
    public double splitShare() {
        double length = Math.max(1, span.length().toMillis());
        double before = facts.leakage().firstTest().toEpochMilli() - span.from().toEpochMilli();
        return Math.clamp(before / length, 0, 1);
    }
}
