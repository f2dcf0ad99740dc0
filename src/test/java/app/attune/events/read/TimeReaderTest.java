package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeReaderTest {
    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00.123456Z, 2010-12-01T08:26:00.123Z",
        "2010-12-01T08:26:00.5, 2010-12-01T08:26:00.500Z",
        "2010-12-01T08:26:00+01:00, 2010-12-01T07:26:00Z",
        "2010-12-01 08:26:00 UTC, 2010-12-01T08:26:00Z",
        "2010-12-01 08:26-0530, 2010-12-01T13:56:00Z",
        "2012-02-29, 2012-02-29T00:00:00Z"
    })
    void isoTimesAreRead(String text, Instant expected) {
        assertEquals(
                expected.toEpochMilli(),
                new TimeReader(TimeFormat.iso()).millis(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-02-29",
                "2011-13-01",
                "2011-01-01X",
                "2011-01-01 25:00",
                "x",
                "",
                "2011-1-1",
                "2011-01-01 10:61:00"
            })
    void otherTextIsNoTime(String text) {
        assertTrue(new TimeReader(TimeFormat.iso()).millis(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH_SECONDS, 1602611311, 2020-10-13T17:48:31Z",
        "EPOCH_SECONDS, 1602611311.123, 2020-10-13T17:48:31.123Z",
        "EPOCH_SECONDS, 1.602611311E9, 2020-10-13T17:48:31Z",
        "EPOCH_SECONDS, -0.5, 1969-12-31T23:59:59.500Z",
        "EPOCH_MILLIS, 1602611311123, 2020-10-13T17:48:31.123Z",
        "EPOCH_MICROS, 1607615248873729, 2020-12-10T15:47:28.873Z",
        "EPOCH_NANOS, 1718486007972986077, 2024-06-15T21:13:27.972Z",
        "EPOCH_DAYS, 16852, 2016-02-21T00:00:00Z",
        "EPOCH_DAYS, -1, 1969-12-31T00:00:00Z"
    })
    void timesSince1970AreReadInEveryUnit(TimeKind kind, String text, Instant expected) {
        assertEquals(
                expected.toEpochMilli(),
                new TimeReader(TimeFormat.of(kind)).millis(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e999999999", "99999999999999999999999999", "1,5", "0x10", "NaN"})
    void nothingElseIsATimeSince1970(String text) {
        for (TimeKind kind : TimeKind.values()) {
            if (kind != TimeKind.PATTERN) {
                assertTrue(new TimeReader(TimeFormat.of(kind)).millis(text).isEmpty(), kind + " " + text);
            }
        }
    }

    @Test
    void isoAgreesWithJavaTimeInAnyZone() {
        SplittableRandom random = Seeds.stream(7, "times");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeReader reader = new TimeReader(TimeFormat.iso().withZone("Europe/Berlin"));
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L), 0, ZoneOffset.UTC);
            String text = local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
            assertEquals(
                    local.atZone(berlin).toInstant().toEpochMilli(),
                    reader.millis(text).orElseThrow(),
                    text);
        }
    }

    @Test
    void epochsMayHaveFractions() {
        TimeReader reader = new TimeReader(TimeFormat.of(TimeKind.EPOCH_SECONDS));
        assertEquals(1_602_611_311_500L, reader.millis("1602611311.5").orElseThrow());
        assertTrue(reader.millis("99999999999999999999").isEmpty());
        assertTrue(reader.millis("12x").isEmpty());
    }

    @Test
    void patternsAreStrict() {
        TimeReader reader = new TimeReader(TimeFormat.ofPattern("dd.MM.yyyy HH:mm"));
        assertEquals(
                Instant.parse("2026-12-31T10:00:00Z").toEpochMilli(),
                reader.millis("31.12.2026 10:00").orElseThrow());
        assertTrue(reader.millis("31.02.2026 10:00").isEmpty());
    }

    @Test
    void numbersWithDecimalCommaAndGroupsAreRead() {
        assertEquals(1234, NumberText.parse("1.234", DecimalMark.COMMA).orElseThrow());
        assertEquals(19.9, NumberText.parse("19.90", DecimalMark.COMMA).orElseThrow());
        assertEquals(1234.56, NumberText.parse("1.234,56", DecimalMark.COMMA).orElseThrow());
        assertEquals(1234.56, NumberText.parse("1,234.56", DecimalMark.POINT).orElseThrow());
        assertEquals(-2.5, NumberText.parse(" -2,5 ", DecimalMark.COMMA).orElseThrow());
        assertTrue(NumberText.parse("1,23.4", DecimalMark.POINT).isEmpty());
        assertTrue(NumberText.parse("NaN", DecimalMark.POINT).isEmpty());
        assertTrue(NumberText.parse("1e999", DecimalMark.POINT).isEmpty());
        assertTrue(NumberText.parse("0x10", DecimalMark.POINT).isEmpty());
    }
}
