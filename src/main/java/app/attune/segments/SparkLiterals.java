package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/// Texts, names, numbers and times as Spark reads them, whatever an analyst wrote.
final class SparkLiterals {
    private static final Instant FIRST_WRITTEN = Instant.parse("0001-01-03T00:00:00Z");
    private static final Instant LAST_WRITTEN = Instant.parse("9999-12-30T00:00:00Z");

    private SparkLiterals() {}

    /// @throws ProblemException `segments.not-in-spark` if no Unicode text has these characters
    static String text(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new ProblemException(problem(
                    "A text of the condition has half a character.", "Write the text anew; half of it is lost."));
        }
        return text.chars().mapToObj(SparkLiterals::character).collect(Collectors.joining("", "'", "'"));
    }

    /// A dollar would start a variable of Spark's, even within a text.
    private static String character(int unit) {
        return switch (unit) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            default ->
                unit == '$' || Character.isISOControl(unit)
                        ? String.format(Locale.ROOT, "\\u%04X", unit)
                        : Character.toString((char) unit);
        };
    }

    /// @throws ProblemException `segments.not-in-spark` if Spark would read something else
    static String identifier(String name) {
        if (name.isEmpty() || name.contains("${") || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(problem(
                    "Spark cannot have a column named \"" + name + "\".",
                    "Import that column under another name, or leave the row out."));
        }
        return "`" + name.replace("`", "``") + "`";
    }

    static Problem problem(String message, String remedy) {
        return new Problem("segments.not-in-spark", message, remedy);
    }

    static String number(double number) {
        return (number + 0.0) + "D";
    }

    /// Epoch milliseconds as a number.
    static String millis(long millis) {
        return isWritten(millis) ? "unix_millis(" + time(millis) + ")" : millis + "L";
    }

    /// Epoch milliseconds as a time.
    static String time(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return isWritten(millis) ? "TIMESTAMP '" + instant + "'" : "timestamp_millis(" + millis + "L)";
    }

    private static boolean isWritten(long millis) {
        return millis > FIRST_WRITTEN.toEpochMilli() && millis < LAST_WRITTEN.toEpochMilli();
    }
}
