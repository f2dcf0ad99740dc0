package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.chart.BarChart;
import app.attune.core.chart.BarChart.Bar;
import app.attune.segments.compare.Overlap.Combination;
import app.attune.segments.compare.Overlap.Pair;
import app.attune.segments.compare.Overlap.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An overlap in words, and as a chart.
public final class OverlapWords {
    private static final int MOST_BARS = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private OverlapWords() {}

    /// How the sizes make up the union: "A 12 + B 9 - 4 in both = 17 users in at least one, 8.5% of 200."
    public static String sum(Overlap overlap) {
        String sizes = overlap.parts().stream()
                .map(part -> part.name() + " " + number(part.size()))
                .collect(Collectors.joining(" + "));
        int twice = overlap.parts().stream().mapToInt(Part::size).sum() - overlap.union();
        String taken = overlap.parts().size() == 2
                ? number(twice) + " in both"
                : number(twice) + " counted again because they are in several";
        return sizes + " - " + taken + " = " + Counted.of(overlap.union(), "user") + " in at least one, "
                + percent(overlap.union(), overlap.population()) + " of " + number(overlap.population()) + ".";
    }

    /// What two segments share: "4 in both: 33.3% of A, 44.4% of B; Jaccard 0.235".
    public static String of(Overlap overlap, Pair pair) {
        Part first = overlap.parts().get(pair.first());
        Part second = overlap.parts().get(pair.second());
        return number(pair.both()) + " in both: " + percent(pair.both(), first.size()) + " of " + first.name() + ", "
                + percent(pair.both(), second.size()) + " of " + second.name() + "; Jaccard " + jaccard(pair);
    }

    /// Three decimals; "-" where nobody is in either.
    public static String jaccard(Pair pair) {
        return Double.isNaN(pair.jaccard()) ? "-" : String.format(Locale.ROOT, "%.3f", pair.jaccard());
    }

    /// One bar for each combination, the largest first.
    public static BarChart chart(Overlap overlap) {
        List<Bar> bars = new ArrayList<>();
        List<Combination> shown = overlap.combinations();
        boolean cut = shown.size() > MOST_BARS;
        for (Combination one : shown.subList(0, cut ? MOST_BARS - 1 : shown.size())) {
            bars.add(new Bar(
                    overlap.name(one),
                    one.size(),
                    one.inside().size() == overlap.parts().size()));
        }
        if (cut) {
            List<Combination> rest = shown.subList(MOST_BARS - 1, shown.size());
            int users = rest.stream().mapToInt(Combination::size).sum();
            bars.add(new Bar(rest.size() + " smaller combinations", users, false));
        }
        String id = overlap.parts().stream()
                .map(part -> part.segment().id().value())
                .collect(Collectors.joining("-"));
        return new BarChart(
                "segment-overlap-" + id.substring(0, Math.min(id.length(), 80)),
                title(overlap),
                "Users in exactly these of the segments and in no other of them, as of " + time(overlap.asOf())
                        + ", n = " + number(overlap.union()),
                "users",
                bars);
    }

    /// The finding.
    public static String title(Overlap overlap) {
        List<String> names = overlap.parts().stream().map(Part::name).toList();
        int shared = overlap.everywhere();
        if (shared == 0) {
            return "Nobody is in " + (names.size() == 2 ? "both " : "all of ") + listed(names);
        }
        Part first = overlap.parts().getFirst();
        return number(shared) + " of " + Counted.of(first.size(), "user") + " in " + first.name() + " ("
                + percent(shared, first.size()) + ") " + (shared == 1 ? "is" : "are") + " also in "
                + listed(names.subList(1, names.size()));
    }

    static String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    static String time(Instant time) {
        return TIME.format(time) + " UTC";
    }

    /// Grouped, as in "15,000".
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// One decimal, none where the whole is below 100; "-" of nobody.
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "-";
        }
        return String.format(Locale.ROOT, whole < 100 ? "%.0f%%" : "%.1f%%", 100.0 * part / whole);
    }
}
