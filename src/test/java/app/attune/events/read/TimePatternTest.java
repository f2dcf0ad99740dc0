package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MMM/yyyy HH:mm:ss | 12/Mar/2026 14:05:09 | 2026-03-12T14:05:09Z",
                "dd/MMM/yyyy HH:mm:ss | 12/MAR/2026 14:05:09 | 2026-03-12T14:05:09Z",
                "M/d/yy h:mm a | 3/12/26 2:05 pm | 2026-03-12T14:05:00Z",
                "EEE dd MMM yyyy HH:mm:ss Z | Thu 12 Mar 2026 14:05:09 +0100 | 2026-03-12T13:05:09Z",
                "yyyy-MM-dd''T''HH:mm:ss.SSSX | 2026-03-12T14:05:09.250Z | 2026-03-12T14:05:09.250Z",
                "yyyyDDD | 2026071 | 2026-03-12T00:00:00Z",
                "yyyy-MM-dd H | 2026-03-12 5 | 2026-03-12T05:00:00Z",
                "HH dd.MM.yyyy | 14 12.03.2026 | 2026-03-12T14:00:00Z",
                "yyyyMMdd | 20260312 | 2026-03-12T00:00:00Z",
                "dd-MM-yyyy 'at' HH.mm z | 12-03-2026 at 14.05 UTC | 2026-03-12T14:05:00Z"
            },
            quoteCharacter = '"')
    void timesAreReadByATypedPattern(String pattern, String text, Instant expected) {
        TimeFormat format = TimeFormat.ofPattern(pattern.replace("''", "'"));
        assertEquals(
                expected.toEpochMilli(), new TimeReader(format).millis(text).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "dd/bbb/yyyy HH:mm | the letter 'b' at character 4 | single quotes",
                "yyyy-MM-ddTHH:mm | the letter 'T' at character 11 | 'T'",
                "yyyy-MM-dd 'at HH:mm | a single quote at character 12 that is not closed | Close it",
                "yyyy-mm-dd | mm, which is minutes, and no month | MM",
                "mm/dd/yyyy HH:MM | MM after the hour | small ones: mm",
                "dd.MM.yyyy HH:MM | MM after the hour | small ones: mm",
                "HH:MM dd.MM.yyyy | MM after the hour | small ones: mm",
                "yyyy-MM-DD | DD, which is the day of the year | dd",
                "YYYY-MM-dd | YYYY, which counts years by weeks | yyyy",
                "dd.MM.yyyy hh:mm | hh, which counts to 12 | HH",
                "dd.MM.yyyy mm:ss | minutes or seconds and no hour | HH",
                "dd.MM.yyyy HH:mm:SS | parts of a second, and no seconds | ss",
                "HH:mm:ss | no year (yyyy) and no month (MM) and no day (dd) | dd.MM.yyyy",
                "dd.MM. HH:mm | no year (yyyy) | dd.MM.yyyy",
                "%d/%b/%Y %H:%M:%S | per cent signs | Type it as dd/MMM/yyyy HH:mm:ss.",
                "%Y-%m-%dT%H:%M | per cent signs | Type it as yyyy-MM-dd'T'HH:mm.",
                "yyyy-MM-dd {HH} | reserved | yyyy",
                "MMMMMMMM yyyy dd | Too many pattern letters: M | yyyy"
            })
    void whatIsWrongWithAPatternIsSaidWithItsPlaceAndWhatToType(String pattern, String message, String remedy) {
        Problem problem = problem(pattern);
        assertEquals("mapping.bad-time-pattern", problem.code());
        assertEquals(true, problem.message().contains(message), problem.message());
        assertEquals(true, problem.remedy().contains(remedy), problem.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'"})
    void emptyPatternsAreNone(String pattern) {
        assertEquals("mapping.bad-time-pattern", problem(pattern).code());
    }

    @Test
    void aSampleSaysFromWhereAValueDoesNotFit() {
        List<TimeSample> samples = TimeSample.of(
                TimeFormat.ofPattern("dd/MMM/yyyy HH:mm:ss"),
                List.of(
                        "12/Mar/2026 14:05:09",
                        "12/Mrz/2026 14:05:09",
                        "12/Mar/2026 14:05:09.250",
                        "31/Feb/2026 10:00:00"));
        assertEquals(
                OptionalLong.of(Instant.parse("2026-03-12T14:05:09Z").toEpochMilli()),
                samples.getFirst().millis());
        assertEquals(
                List.of("", "Mrz/2026 14:05:09", ".250", "31/Feb/2026 10:00:00"),
                samples.stream().map(TimeSample::rest).toList());
    }

    private static Problem problem(String pattern) {
        return assertThrows(ProblemException.class, () -> TimeFormat.ofPattern(pattern))
                .problem();
    }
}
