package app.attune.segments.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.EventFrameBuilder;
import app.attune.events.NumberColumn;
import app.attune.profiles.Population;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.SegmentEvaluator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Limits of discovered rules are as round as the gap between two neighbouring values allows, and mean the same users.
final class RoundLimitsTest {
    private static final int RUNS = 2_000;
    private static final int USERS = 12;
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");

    @Test
    void numbersAreTakenFromTheWholeGap() {
        assertEquals("1000", RoundNumber.above(998.4, 1_003).toPlainString());
        assertEquals("10", RoundNumber.above(7, 12).toPlainString());
        assertEquals("10", RoundNumber.below(7, 12).toPlainString());
        assertEquals("5", RoundNumber.above(4.2, 7.9).toPlainString());
        assertEquals("0", RoundNumber.below(-3, 5).toPlainString());
        assertEquals("8", RoundNumber.above(7, 8).toPlainString());
        assertEquals("7", RoundNumber.below(7, 8).toPlainString());
    }

    @Test
    void noNumberOfTheGapHasFewerDigitsAndEveryValueStaysOnItsSide() {
        for (int seed = 0; seed < RUNS; seed++) {
            double[] values = numbers(new SplittableRandom(seed));
            for (int i = 0; i + 1 < values.length; i++) {
                BigDecimal least = RoundNumber.above(values[i], values[i + 1]);
                BigDecimal most = RoundNumber.below(values[i], values[i + 1]);
                for (double value : values) {
                    assertEquals(value > values[i], value >= least.doubleValue(), "seed " + seed + ": " + least);
                    assertEquals(value <= values[i], value <= most.doubleValue(), "seed " + seed + ": " + most);
                }
                String gap = "seed " + seed + ": " + values[i] + " to " + values[i + 1];
                MathContext fewer = new MathContext(Math.max(1, digits(least) - 1), RoundingMode.FLOOR);
                boolean shorter = new BigDecimal(values[i + 1]).round(fewer).doubleValue() > values[i];
                assertFalse(digits(least) > 1 && shorter, gap + " has a rounder one than " + least);
                fewer = new MathContext(Math.max(1, digits(most) - 1), RoundingMode.CEILING);
                shorter = new BigDecimal(values[i]).round(fewer).doubleValue() < values[i + 1];
                assertFalse(digits(most) > 1 && shorter, gap + " has a rounder one than " + most);
            }
        }
    }

    private static int digits(BigDecimal number) {
        return number.stripTrailingZeros().precision();
    }

    /// Ascending: counts, amounts of money, and numbers of any size on both sides of 0.
    private static double[] numbers(SplittableRandom random) {
        int kind = random.nextInt(3);
        return IntStream.range(0, USERS)
                .mapToDouble(i -> switch (kind) {
                    case 0 -> random.nextInt(40);
                    case 1 -> random.nextInt(1_000_000) / 100.0;
                    default ->
                        new BigDecimal((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9) - 2))
                                .round(new MathContext(8))
                                .doubleValue();
                })
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void timesBeginTheLongestUnitOfTheGap() {
        Trait joined = new Trait.DateAttribute("joined");
        assertEquals("2026-01-01", joined.between(at("2025-11-20T08:00:00Z"), at("2026-02-03T04:05:06Z")));
        assertEquals("2026-03-01", joined.under(at("2026-02-27T15:01:00Z"), at("2026-03-03T09:00:00Z")));
        assertEquals("2026-02-28", joined.under(at("2026-02-27T15:01:00Z"), at("2026-02-28T09:00:00Z")));
        assertEquals("2026-02-27T16:00:00Z", joined.under(at("2026-02-27T15:01:00Z"), at("2026-02-27T16:30:00Z")));
        assertEquals("2026-02-27T15:01:02Z", joined.between(at("2026-02-27T15:01:01Z"), at("2026-02-27T15:01:02Z")));
    }

    private static double at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    /// A row that is said with round limits means whom the limits of the data mean, dates and missing values included.
    @Test
    void rowsMeanTheSameUsersAsTheLimitsOfTheData() {
        int some = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean dates = seed % 2 == 0;
            double[] values = dates ? times(random) : shuffled(numbers(random), random);
            Trait trait = dates ? new Trait.DateAttribute("it") : new Trait.NumberAttribute("it");
            double first = values[random.nextInt(values.length)];
            double second = values[random.nextInt(values.length)];
            if (random.nextBoolean()) {
                values[random.nextInt(values.length)] = Double.NaN;
            }
            TraitColumn column = new TraitColumn(trait, values);
            Limits limits = random.nextBoolean() ? Limits.ALL.above(first) : Limits.ALL.notAbove(first);
            if (first < second && random.nextBoolean()) {
                limits = Limits.ALL.above(first).notAbove(second);
            }
            Condition row = limits.row(column);
            Limits meant = limits;
            RoaringBitmap expected = new RoaringBitmap();
            IntStream.range(0, values.length)
                    .filter(user -> meant.has(values[user]))
                    .forEach(expected::add);
            assertEquals(expected, members(row, values, dates), "seed " + seed + ": " + row);
            some += row instanceof AttributeCondition asked && !asked.values().isEmpty() ? 1 : 0;
        }
        assertTrue(some > 200, "most of them have a limit");
    }

    private static double[] shuffled(double[] values, SplittableRandom random) {
        return IntStream.range(0, USERS)
                .mapToDouble(i -> values[random.nextInt(values.length)])
                .toArray();
    }

    private static double[] times(SplittableRandom random) {
        long spread = List.of(100_000L, 100_000_000L, 100_000_000_000L).get(random.nextInt(3));
        return IntStream.range(0, USERS)
                .mapToDouble(i -> at("2025-12-30T22:30:00Z") + random.nextLong(spread))
                .toArray();
    }

    private static RoaringBitmap members(Condition row, double[] values, boolean dates) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < values.length; user++) {
            builder.event("u" + (100 + user), AS_OF.minusSeconds(60), "view", "tent", Double.NaN);
        }
        long[] millis = Arrays.stream(values)
                .mapToLong(value -> Double.isNaN(value) ? DateColumn.MISSING : (long) value)
                .toArray();
        Column column = dates ? new DateColumn("it", millis) : new NumberColumn("it", values);
        ColumnTable table = new ColumnTable(values.length, List.of(column));
        Population shop = Population.agreeing(builder.build(), table, Arrays.toString(values));
        return new SegmentEvaluator().members(row, shop, AS_OF, Progress.none());
    }
}
