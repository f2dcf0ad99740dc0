package app.attune.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrittenTimeTest {
    @Test
    void aDateAloneIsItsMidnight() {
        assertEquals(Instant.parse("2026-11-01T00:00:00Z"), WrittenTime.instant(" 2026-11-01 "));
        assertEquals(LocalDateTime.of(2026, 11, 1, 0, 0), WrittenTime.local("2026-11-01"));
    }

    @Test
    void timesAreReadAsTheyAreWritten() {
        assertEquals(Instant.parse("2026-11-01T10:30:00Z"), WrittenTime.instant("2026-11-01T10:30:00Z"));
        LocalDateTime morning = LocalDateTime.of(2026, 11, 1, 8, 5);
        assertEquals(morning, WrittenTime.local("2026-11-01 08:05"));
        assertEquals(morning, WrittenTime.local("2026-11-01   08:05 "));
        assertEquals(morning, WrittenTime.local("2026-11-01T08:05"));
    }

    @Test
    void whatIsNoTimeIsNotRead() {
        for (String text : List.of(
                "",
                "now",
                "2026-13-01",
                "2026-11-01 10",
                "2026-11-01T10:00",
                "T",
                "1",
                "+999999999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z")) {
            assertThrows(DateTimeException.class, () -> WrittenTime.instant(text), text);
        }
        for (String text : List.of("", "now", "2026-02-30", "2026-11-01T10:00:00Z", "2026-11-01 25:00", "8:00")) {
            assertThrows(DateTimeException.class, () -> WrittenTime.local(text), text);
        }
    }
}
