package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.store.SqlSegmentOracle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Texts of one time fall in the order of their bytes in UTF-8, in the frame as in SQL.
final class ByteOrderTest {
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final String LIGATURE = "\uFB01";
    private static final String SMILE = "😀";
    private static final int[] LETTERS = {'a', 'Z', 0xE4, 0x20AC, 0xFB01, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};

    @Test
    void textsOfOneTimeFallTheSameWayInTheFrameAndInSql() {
        assertTrue(SMILE.compareTo(LIGATURE) < 0, "by halves of characters");
        assertTrue(ByteOrder.compare(SMILE, LIGATURE) > 0, "by bytes");
        EventFrameBuilder builder = new EventFrameBuilder();
        for (String text : List.of(LIGATURE, SMILE)) {
            builder.event("u1", AS_OF.minusSeconds(60), "view", "tent", 1, Map.of("note", text));
        }
        for (String text : List.of(SMILE, LIGATURE)) {
            builder.event("u2", AS_OF.minusSeconds(60), "view", "tent", 1, Map.of("note", text));
        }
        Population people = Population.agreeing(builder.build(), ColumnTable.empty(2), "ties");
        try (SqlSegmentOracle sql = new SqlSegmentOracle(people)) {
            for (Measure.TextEnd end : Measure.TextEnd.values()) {
                for (String text : List.of(LIGATURE, SMILE)) {
                    boolean wanted = (end == Measure.TextEnd.FIRST_TEXT) == text.equals(LIGATURE);
                    RoaringBitmap expected = wanted ? RoaringBitmap.bitmapOf(0, 1) : new RoaringBitmap();
                    EventCondition row = new EventCondition(
                            List.of("view"),
                            List.of(),
                            new Measure.TextOf(end, "note"),
                            new Window.AllTime(),
                            Comparison.IS,
                            List.of(text));
                    assertEquals(expected, sql.members(row, AS_OF), "SQL, " + end + " " + text);
                    assertEquals(
                            expected,
                            new SegmentEvaluator().members(row, people, AS_OF, Progress.none()),
                            "frame, " + end + " " + text);
                }
            }
        }
    }

    @Test
    void anyTwoTextsAreOrderedAsTheirBytes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            String one = text(random);
            String other = text(random);
            int bytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            assertEquals(Integer.signum(bytes), Integer.signum(ByteOrder.compare(one, other)), one + " " + other);
        }
    }

    private static String text(SplittableRandom random) {
        int[] letters = random.ints(random.nextInt(4), 0, LETTERS.length)
                .map(place -> LETTERS[place])
                .toArray();
        return new String(letters, 0, letters.length);
    }

    /// What no file has, but a program may give.
    @Test
    void halvesOfCharactersHaveAnOrderToo() {
        assertTrue(ByteOrder.compare("\uD83D", "\uD83E") < 0);
        assertTrue(ByteOrder.compare("\uD83D", "z") < 0, "a question mark");
        assertEquals(0, ByteOrder.compare("\uD83D", "\uD83D"));
    }
}
