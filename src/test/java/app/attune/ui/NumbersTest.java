package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void countsAreGroupedAndShortenedFromAHundredThousand() {
        assertEquals("99,999", Numbers.shortCount(99_999));
        assertEquals("541.9 k", Numbers.shortCount(541_909));
        assertEquals("2.10 M", Numbers.shortCount(2_100_000));
        assertEquals("2,100,000", Numbers.count(2_100_000));
    }

    @Test
    void percentagesHaveOneDecimalFromAHundredUsersOn() {
        assertEquals("12.5%", Numbers.percent(25, 200));
        assertEquals("13%", Numbers.percent(1, 8));
        assertEquals("-", Numbers.percent(0, 0));
    }

    @Test
    void whatIsMissingIsADash() {
        assertEquals("-", Numbers.metric(Double.NaN));
        assertEquals("-", Numbers.pValue(Double.NaN));
    }

    @Test
    void estimatesCarryTheirInterval() {
        assertEquals("0.820 (0.790-0.850)", Numbers.metric(0.82, 0.79, 0.85));
        assertEquals("<0.001", Numbers.pValue(0.0004));
    }

    @Test
    void changesHaveASignAndAnArrow() {
        assertEquals("▲ +1,200", Numbers.change(1200));
        assertEquals("▼ -3", Numbers.change(-3));
        assertEquals("± 0", Numbers.change(0));
    }

    @Test
    void datesAreInUtc() {
        assertEquals("14 Nov 2026", Numbers.date(Instant.parse("2026-11-14T23:59:59Z")));
    }

    @Test
    void remainingTimeIsAbout() {
        assertEquals("about 1 s left", Numbers.remaining(Duration.ofMillis(20)));
        assertEquals("about 12 s left", Numbers.remaining(Duration.ofSeconds(12)));
    }

    @Test
    void sizesAreSaidInTheUnitThatReadsWell() {
        assertEquals("1 byte", Numbers.bytes(1));
        assertEquals("1,023 bytes", Numbers.bytes(1023));
        assertEquals("1.0 KiB", Numbers.bytes(1024));
        assertEquals("96.4 KiB", Numbers.bytes(98_714));
        assertEquals("1.5 MiB", Numbers.bytes(1_572_864));
    }
}
