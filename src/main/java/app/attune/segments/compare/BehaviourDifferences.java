package app.attune.segments.compare;

import app.attune.core.WholeMillis;
import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import app.attune.segments.compare.Difference.Cause;
import app.attune.segments.compare.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Compares what users did in the time before: events by type, value, items, and how long ago the last event was. Who
/// did nothing counts with 0.
final class BehaviourDifferences {
    private static final int MOST_TYPES = 8;
    private static final int SHORT = 30;
    private static final int LONG = 90;
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final Sides sides;
    private final AskedFor asked;
    private final Findings findings;
    private final EventFrame frame;
    private final long asOf;

    BehaviourDifferences(Sides sides, AskedFor asked, Findings findings, EventFrame frame, Instant asOf) {
        this.sides = sides;
        this.asked = asked;
        this.findings = findings;
        this.frame = frame;
        this.asOf = WholeMillis.atOrAfter(asOf);
    }

    void add() {
        List<Integer> types = types();
        for (int type : types) {
            String name = frame.types().text(type);
            for (int days : List.of(SHORT, LONG)) {
                amount(name + " events, last " + days + " days", user -> count(user, type, days), asked.events(name));
            }
        }
        for (int type : valued(types)) {
            String name = frame.types().text(type);
            amount("value of " + name + ", last " + LONG + " days", user -> value(user, type), asked.events(name));
        }
        amount("days since the last event", this::daysSince, asked.anyEvents());
        int[] seen = new int[frame.itemCount()];
        Arrays.fill(seen, Dictionary.MISSING);
        amount("different items, last " + LONG + " days", user -> items(user, seen), asked.anyEvents());
        frame.catalogue().columns().forEach(this::items);
    }

    private void amount(String name, java.util.function.IntToDoubleFunction amount, Cause cause) {
        findings.add(sides.amounts(name, Kind.AMOUNT, amount, cause));
    }

    /// The first of the user's events within so many days.
    private int from(int userIdx, int days) {
        return frame.to(userIdx, asOf - Duration.ofDays(days).toMillis());
    }

    private int to(int userIdx) {
        return frame.to(userIdx, asOf);
    }

    /// The most frequent ones within the longer time.
    private List<Integer> types() {
        long[] counts = new long[frame.types().size()];
        IntStream.concat(Arrays.stream(sides.inside()), Arrays.stream(sides.outside()))
                .forEach(user -> {
                    for (int row = from(user, LONG); row < to(user); row++) {
                        counts[frame.type(row)]++;
                    }
                });
        return IntStream.range(0, counts.length)
                .filter(type -> counts[type] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer type) -> -counts[type]))
                .limit(MOST_TYPES)
                .toList();
    }

    /// The types whose value is money by their name; without any, all that have values.
    private List<Integer> valued(List<Integer> types) {
        List<Integer> sales =
                types.stream().filter(Sales.in(frame.types())::contains).toList();
        List<Integer> among = sales.isEmpty() ? types : sales;
        return among.stream()
                .filter(type -> IntStream.range(0, frame.eventCount())
                        .anyMatch(row -> frame.type(row) == type && !Double.isNaN(frame.value(row))))
                .toList();
    }

    private double count(int userIdx, int type, int days) {
        int count = 0;
        for (int row = from(userIdx, days), to = to(userIdx); row < to; row++) {
            count += frame.type(row) == type ? 1 : 0;
        }
        return count;
    }

    private double value(int userIdx, int type) {
        double sum = 0;
        for (int row = from(userIdx, LONG), to = to(userIdx); row < to; row++) {
            boolean counts = frame.type(row) == type && !Double.isNaN(frame.value(row));
            sum += counts ? frame.value(row) : 0;
        }
        return sum;
    }

    /// NaN of users without events.
    private double daysSince(int userIdx) {
        int to = to(userIdx);
        return to == frame.from(userIdx) ? Double.NaN : (asOf - frame.time(to - 1)) / MILLIS_A_DAY;
    }

    private double items(int userIdx, int[] seen) {
        int different = 0;
        for (int row = from(userIdx, LONG), to = to(userIdx); row < to; row++) {
            int item = frame.item(row);
            if (item != Dictionary.MISSING && seen[item] != userIdx) {
                seen[item] = userIdx;
                different++;
            }
        }
        return different;
    }

    /// Users with any event of an item that has the value.
    private void items(Column column) {
        if (column instanceof TextColumn text) {
            int[] in = touched(text, sides.inside());
            int[] out = touched(text, sides.outside());
            String field = "item." + column.name();
            findings.addValues(
                    text.dictionary().size(),
                    code -> in[code] + out[code] == 0
                            ? Optional.empty()
                            : Optional.of(() -> sides.shares(
                                    "any item with " + column.name() + " "
                                            + text.dictionary().text(code) + ", last " + LONG + " days",
                                    new Sides.Count(in[code], sides.inside().length),
                                    new Sides.Count(out[code], sides.outside().length),
                                    asked.attribute(field))));
        }
    }

    private int[] touched(TextColumn text, int[] users) {
        int[] counts = new int[text.dictionary().size()];
        int[] seen = new int[counts.length];
        Arrays.fill(seen, Dictionary.MISSING);
        for (int userIdx : users) {
            for (int row = from(userIdx, LONG), to = to(userIdx); row < to; row++) {
                int item = frame.item(row);
                int code = item == Dictionary.MISSING ? Dictionary.MISSING : text.codes()[item];
                if (code != Dictionary.MISSING && seen[code] != userIdx) {
                    seen[code] = userIdx;
                    counts[code]++;
                }
            }
        }
        return counts;
    }
}
