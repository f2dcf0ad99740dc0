package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatDetectionTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void aLineOfBlanksThatForbidALineBreakHoldsNoValue() {
        assertEquals(
                FileKind.LISTS,
                detect("1 2\n\u00A0\u00A0\n2 3 4\n3 4 5 6\n4 5 6 7 8\n", StandardCharsets.UTF_8)
                        .kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "user,time\\na,2026-01-01\\nb,2026-01-02# ,",
                "user;text\\na;x, y, z\\nb;q, r\\nc;s# ;",
                "user\\ttime\\na\\t1\\nb\\t2# \\t",
                "user|time\\na|1\\nb|2# |",
                "user^time\\na^1\\nb^2# ^",
                "user;value\\na;1,5\\nb;2,25# ;",
                "name,note\\na,\"x;y;z\"\\nb,\"p;q;r\"# ,"
            })
    void delimiterIsTheOneThatCutsRowsAlike(String text, String delimiter) {
        String file = text.replace("\\n", "\n").replace("\\t", "\t");
        assertEquals(
                delimiter.replace("\\t", "\t").charAt(0),
                detect(file, StandardCharsets.UTF_8).delimiter());
    }

    @Test
    void validUtf8WinsElseWindows1252() {
        assertEquals(
                Encoding.UTF_8, detect("a;b\nü;é\n", StandardCharsets.UTF_8).encoding());
        assertEquals(Encoding.WINDOWS_1252, detect("a;b\nü;é\n", WINDOWS_1252).encoding());
        assertEquals(
                Encoding.UTF_8,
                detect("\uFEFFa;b\n1;2\n", StandardCharsets.UTF_8).encoding());
        assertEquals(
                Encoding.UTF_16LE,
                detect("a;b\nü;é\n", StandardCharsets.UTF_16LE).encoding());
        assertEquals(
                Encoding.UTF_16BE,
                detect("\uFEFFa;b\nü;é\n", StandardCharsets.UTF_16BE).encoding());
    }

    @Test
    void decimalCommaIsSeenBehindAnotherDelimiter() {
        assertEquals(
                DecimalMark.COMMA,
                detect("u;v\na;1,50\nb;1.234,56\n", StandardCharsets.UTF_8).decimalMark());
        assertEquals(
                DecimalMark.POINT,
                detect("u;v\na;1.50\nb;2\n", StandardCharsets.UTF_8).decimalMark());
    }

    @Test
    void aFirstRowWithNumbersIsNoHeader() {
        assertEquals(
                Header.ABSENT,
                detect("196\t242\t3\n186\t302\t3\n", StandardCharsets.UTF_8).header());
        assertEquals(
                Header.PRESENT,
                detect("user\tmovie\n186\t302\n", StandardCharsets.UTF_8).header());
    }

    @Test
    void jsonLinesAreToldByTheFirstCharacter() {
        assertEquals(
                FileKind.JSON_LINES,
                detect("{\"a\": 1}\n", StandardCharsets.UTF_8).kind());
        assertEquals(
                FileKind.DELIMITED,
                detect("a,b\n{x,1\n", StandardCharsets.UTF_8).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "17850.0 13047.0# WHOLE_WITH_POINT# -",
                "1 2 3# WHOLE_NUMBER# -",
                "1.5 2# DECIMAL# -",
                "a 1# TEXT# -",
                "2010-12-01T08:26:00Z 2011-01-01# DATE_TIME# ISO",
                "881250949 891717742# WHOLE_NUMBER# EPOCH_SECONDS",
                "1607615248873729 1607615248873730# WHOLE_NUMBER# EPOCH_MICROS",
                "1602611311000# WHOLE_NUMBER# EPOCH_MILLIS",
                "31.12.2026 01.01.2027# DATE_TIME# PATTERN",
                "12/31/2026 12/30/2026# DATE_TIME# PATTERN",
                "20201210# DATE_TIME# PATTERN"
            })
    void columnTypesAreNamed(String values, ColumnType type, String time) {
        ColumnProfile profile = TypeDetection.profile("x", List.of(values.split(" ")), DecimalMark.POINT);
        assertEquals(type, profile.type());
        assertEquals(time, profile.time().map(format -> format.kind().name()).orElse("-"));
    }

    @Test
    void monthFirstIsChosenWhereDayFirstCannotBe() {
        ColumnProfile profile = TypeDetection.profile("x", List.of("12/31/2026 10:00"), DecimalMark.POINT);
        assertEquals("MM/dd/yyyy HH:mm", profile.time().map(TimeFormat::pattern).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "01/15/26 3:05 PM, MM/dd/yy h:mm a, 2026-01-15T15:05:00Z",
        "1/5/26 12:05 am, d/M/yy hh:mm a, 2026-05-01T00:05:00Z",
        "1/25/2026 12:05:09 PM, M/d/yyyy hh:mm:ss a, 2026-01-25T12:05:09Z",
        "12/31/2026 3:05PM, MM/dd/yyyy h:mma, 2026-12-31T15:05:00Z",
        "2026-01-15 03:05 AM, yyyy-MM-dd hh:mm a, 2026-01-15T03:05:00Z",
        "15.01.26 13:05, dd.MM.yy HH:mm, 2026-01-15T13:05:00Z",
        "01/31/99, MM/dd/yy, 2099-01-31T00:00:00Z",
        "12-31-2026, MM-dd-yyyy, 2026-12-31T00:00:00Z"
    })
    void timesOfTwelveHoursAndYearsOfTwoDigitsAreFound(String text, String pattern, String time) {
        ColumnProfile profile = TypeDetection.profile("x", List.of(text), DecimalMark.POINT);
        TimeFormat format = profile.time().orElseThrow();
        assertEquals(pattern, format.pattern());
        assertEquals(
                Instant.parse(time).toEpochMilli(),
                new TimeReader(format).millis(text).orElseThrow());
    }

    @Test
    void theFormatThatFitsMostIsTaken() {
        List<String> texts = List.of("10/11/2026", "10/12/2026", "1/5/2026", "11/12/2026", "9/25/2026");
        ColumnProfile profile = TypeDetection.profile("x", texts, DecimalMark.POINT);
        assertEquals("M/d/yyyy", profile.time().orElseThrow().pattern());
        assertEquals(0, profile.unparseable());
    }

    private static FileFormat detect(String text, Charset charset) {
        return FormatDetection.detect(text.getBytes(charset));
    }
}
