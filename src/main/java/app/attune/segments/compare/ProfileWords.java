package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.IntervalChart.Estimate;
import app.attune.segments.compare.Difference.Kind;
import app.attune.segments.compare.Difference.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A profile in words, and as a chart.
public final class ProfileWords {
    private static final int NAMED = 3;
    private static final int CHARTED = 12;
    private static final double LEVEL = 0.95;
    private static final double HUNDRED = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ProfileWords() {}

    /// The three largest differences that the condition does not ask for.
    public static String sentence(SegmentProfile profile) {
        List<Difference> named = named(profile);
        String who = profile.segment().name();
        if (named.isEmpty()) {
            return "Beyond what its condition asks for, " + who + " cannot be told from everybody else.";
        }
        return who + " differ most from everybody else in: "
                + named.stream().map(ProfileWords::of).collect(Collectors.joining("; ")) + ".";
    }

    private static List<Difference> named(SegmentProfile profile) {
        return profile.differences().stream()
                .filter(one -> !one.isByDefinition() && one.isDistinguishable())
                .limit(NAMED)
                .toList();
    }

    /// "country is AT (62.0% against 21.3%)".
    private static String of(Difference one) {
        boolean same = one.kind() == Kind.AMOUNT
                && one.inside().middle() == one.outside().middle();
        String sides = same
                ? "mean " + amount(one.inside().mean()) + " against "
                        + amount(one.outside().mean())
                : (one.kind() == Kind.SHARE ? "" : "median ") + middle(one.kind(), one.inside()) + " against "
                        + middle(one.kind(), one.outside());
        return one.name() + " (" + sides + ")";
    }

    /// The share, or the median with the mean behind it.
    public static String cell(Kind kind, Side side) {
        return middle(kind, side) + (kind == Kind.AMOUNT ? " (mean " + amount(side.mean()) + ")" : "");
    }

    private static String middle(Kind kind, Side side) {
        return switch (kind) {
            case SHARE -> String.format(Locale.ROOT, side.n() < HUNDRED ? "%.0f%%" : "%.1f%%", HUNDRED * side.middle());
            case AMOUNT -> amount(side.middle());
            case DATE -> DAY.format(Instant.ofEpochMilli((long) side.middle()));
        };
    }

    /// Whole numbers without decimals, others with as many as tell them apart.
    private static String amount(double value) {
        String pattern = value == Math.rint(value) ? "%,.0f" : Math.abs(value) < 1 ? "%.2f" : "%,.1f";
        return String.format(Locale.ROOT, pattern, value);
    }

    /// "+0.412 (0.398 to 0.426)".
    public static String effect(Difference one) {
        return String.format(
                Locale.ROOT,
                "%+.3f (%.3f to %.3f)",
                one.effect().estimate(),
                one.effect().low(),
                one.effect().high());
    }

    /// What is to be known of the numbers.
    public static String caution(SegmentProfile profile) {
        String hidden = profile.hidden() == 0
                ? ""
                : " Not shown: " + Counted.of(profile.hidden(), "comparison") + " with fewer than "
                        + SegmentProfile.FEWEST + " users on a side.";
        return "Differences go from -1 to 1: of shares the one less the other, of amounts Cliff's delta; intervals hold"
                + " 95% each. They are associations, not causes." + hidden;
    }

    /// The largest differences that the condition does not ask for, with their intervals.
    public static IntervalChart chart(SegmentProfile profile) {
        List<Difference> named = named(profile);
        List<Estimate> estimates = profile.differences().stream()
                .filter(one -> !one.isByDefinition())
                .limit(CHARTED)
                .map(one -> new Estimate(
                        one.name(),
                        one.effect().estimate(),
                        one.effect().low(),
                        one.effect().high(),
                        one.inside().n() + one.outside().n(),
                        named.contains(one)))
                .toList();
        return new IntervalChart(
                "segment-profile-" + profile.segment().id(),
                title(profile, named),
                "Difference of " + profile.segment().name() + " from everybody else, as of "
                        + OverlapWords.time(profile.asOf()) + ", n = " + OverlapWords.number(profile.inside()) + " and "
                        + OverlapWords.number(profile.outside()) + "; without what its condition asks for",
                "difference, -1 to 1",
                LEVEL,
                estimates);
    }

    private static String title(SegmentProfile profile, List<Difference> named) {
        return named.isEmpty()
                ? profile.segment().name() + " cannot be told from everybody else"
                : profile.segment().name() + " differ most in " + of(named.getFirst());
    }
}
