package app.attune.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Seeds;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IsoInstantTest {
    private static long expected(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return IsoInstant.NONE;
        }
    }

    @Test
    void instantsAreReadAsJavaReadsThem() {
        for (String text : List.of(
                "2026-11-01T08:30:00Z",
                "2024-02-29T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "0000-03-01T00:00:00Z",
                "1600-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "2026-11-01T24:00:00Z",
                "2026-11-01T23:59:60Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-01t08:30:00z",
                "2026-11-01T08:30:00.123Z",
                "2026-11-01T08:30:00+01:00",
                "2026-11-01",
                "+1000000-01-01T00:00:00Z",
                "")) {
            assertEquals(expected(text), IsoInstant.millis(text), text);
        }
        SplittableRandom random = Seeds.stream(20261122, "instants");
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            String text = Instant.ofEpochSecond(second).toString();
            assertEquals(expected(text), IsoInstant.millis(text), text);
        }
    }
}
