package app.attune.events.read;

import app.attune.core.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A pattern of times as somebody typed it, such as `dd/MMM/yyyy HH:mm:ss`: says what is wrong with it and where, also
/// where `DateTimeFormatter` takes it and would read another time than the one that is written.
final class TimePattern {
    private static final String LETTERS = "GyuYQqMLwWdDFEecahHkKmsSAnNVvzOXxZpB";
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("no year (yyyy)", "yu"),
            Map.entry("no month (MM)", "MLDwQq"),
            Map.entry("no day (dd)", "dDEecF"));
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 3, 12, 14, 25, 46);
    private static final Map<Character, String> PERCENT = Map.ofEntries(
            Map.entry('Y', "yyyy"),
            Map.entry('y', "yy"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('e', "d"),
            Map.entry('b', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('j', "DDD"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('f', "SSSSSS"),
            Map.entry('p', "a"),
            Map.entry('z', "xx"),
            Map.entry('Z', "z"),
            Map.entry('F', "yyyy-MM-dd"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('R', "HH:mm"));

    private final String pattern;

    private TimePattern(String pattern) {
        this.pattern = pattern;
    }

    /// Reads capitals and small letters of names of months and days alike.
    ///
    /// @throws ProblemException `mapping.bad-time-pattern` saying what is wrong and where
    static DateTimeFormatter formatter(String pattern) {
        try {
            String strict = pattern.replace("yyyy", "uuuu").replace("yy", "uu");
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(strict)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw bad(
                    pattern,
                    "is no pattern for dates: " + e.getMessage(),
                    "Use letters such as yyyy-MM-dd HH:mm:ss or dd.MM.yyyy HH:mm.");
        }
    }

    /// Lets pass what times can be read by, right or wrong.
    ///
    /// @throws ProblemException `mapping.bad-time-pattern` saying what is wrong and where
    static void require(String pattern) {
        try {
            formatter(pattern);
        } catch (ProblemException e) {
            check(pattern);
            throw e;
        }
    }

    /// @throws ProblemException `mapping.bad-time-pattern` saying what is wrong and where
    static void check(String pattern) {
        TimePattern typed = new TimePattern(pattern);
        typed.checkLetters();
        DateTimeFormatter formatter = formatter(pattern);
        typed.checkMeaning();
        typed.checkReads(formatter);
    }

    private void checkLetters() {
        if (pattern.isBlank()) {
            throw bad("is empty", "Type how times are written, such as dd.MM.yyyy HH:mm:ss.");
        }
        if (pattern.matches(".*%-?[A-Za-z].*")) {
            throw bad("is written with per cent signs, as in other programs", "Type it as " + withoutPercent() + ".");
        }
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            boolean letter = Character.isLetter(c) && c <= 'z';
            if (!quoted && letter && LETTERS.indexOf(c) < 0) {
                throw bad(
                        "has the letter '" + c + "' at character " + (i + 1) + ", which stands for nothing",
                        "Put text that is in every time between single quotes: '" + c + "'. Letters that mean"
                                + " something: yyyy MM dd HH mm ss, MMM for Mar, SSS for milliseconds, a for AM or PM.");
            }
        }
        if (quoted) {
            throw bad(
                    "has a single quote at character " + (pattern.lastIndexOf('\'') + 1) + " that is not closed",
                    "Close it with another single quote.");
        }
    }

    private void checkMeaning() {
        String letters = pattern.replaceAll("'[^']*'", " ");
        boolean swapped = letters.matches("[^HhKk]*m[^HhKk]*[HhKk].*M.*");
        boolean twice = letters.matches(".*[ML].*[HhKk].*M.*|.*[HhKk].*M[^M]+M.*");
        if (swapped || (twice && !letters.contains("m"))) {
            throw bad(
                    "has MM after the hour, which is the month",
                    "The month is capital letters: MM. Minutes are small ones: mm.");
        }
        if (letters.contains("D") && letters.matches(".*[ML].*")) {
            throw bad("has DD, which is the day of the year", "The day of the month is small letters: dd.");
        }
        if (letters.contains("Y") && letters.matches(".*[MLd].*")) {
            throw bad("has YYYY, which counts years by weeks", "The year is small letters: yyyy.");
        }
        if (letters.matches(".*m.*") && letters.matches(".*[yud].*") && !letters.matches(".*[MLDwQq].*")) {
            throw bad("has mm, which is minutes, and no month", "The month is capital letters: MM, or MMM for Mar.");
        }
        if (letters.matches(".*[hK].*") && !letters.matches(".*[aB].*")) {
            throw bad("has hh, which counts to 12, and no a for AM or PM", "Hours from 00 to 23 are capitals: HH.");
        }
        if (letters.matches(".*[ms].*") && !letters.matches(".*[hHkKAnN].*")) {
            throw bad("has minutes or seconds and no hour", "Hours from 00 to 23 are capital letters: HH.");
        }
        if (letters.contains("S") && !letters.contains("s")) {
            throw bad("has SS, which is parts of a second, and no seconds", "Seconds are small letters: ss.");
        }
    }

    /// Writes a time and reads it again: what is missing cannot be read.
    private void checkReads(DateTimeFormatter formatter) {
        boolean timed = pattern.replaceAll("'[^']*'", " ").matches(".*[HhKkAnN].*");
        try {
            String text = ZonedDateTime.of(SAMPLE, ZoneId.of("UTC")).format(formatter);
            TemporalAccessor read =
                    timed ? LocalDateTime.from(formatter.parse(text)) : LocalDate.from(formatter.parse(text));
            if (!read.toString().startsWith(SAMPLE.toLocalDate().toString())) {
                throw incomplete();
            }
        } catch (DateTimeException e) {
            throw incomplete();
        }
    }

    private ProblemException incomplete() {
        String letters = pattern.replaceAll("'[^']*'", " ");
        String missing = PARTS.stream()
                .filter(part -> !letters.matches(".*[" + part.getValue() + "].*"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? bad("does not say one point in time", "Use each of yyyy, MM, dd, HH, mm and ss once.")
                : bad("has " + missing, "Every time needs a year, a month and a day, such as dd.MM.yyyy HH:mm.");
    }

    private String withoutPercent() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                i += pattern.charAt(i + 1) == '-' && i + 2 < pattern.length() ? 2 : 1;
                text.append(PERCENT.getOrDefault(pattern.charAt(i), "?"));
            } else {
                text.append(Character.isLetter(c) ? "'" + c + "'" : String.valueOf(c));
            }
        }
        return text.toString();
    }

    private ProblemException bad(String what, String remedy) {
        return bad(pattern, what, remedy);
    }

    private static ProblemException bad(String pattern, String what, String remedy) {
        return ProblemException.of("mapping.bad-time-pattern", "The pattern '" + pattern + "' " + what + ".", remedy);
    }
}
