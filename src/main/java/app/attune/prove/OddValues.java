package app.attune.prove;

import app.attune.prove.BundleFields.Field;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Values at which engines are known to go wrong.
final class OddValues {
    /// Texts that mean something in a language of some engine, or nothing in any encoding.
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\"",
            "'",
            "''",
            "\\",
            "\\'",
            "\\\\\"",
            "`",
            "%",
            "_",
            "$1",
            "${x}",
            "{{x}}",
            "null",
            "true",
            "0",
            "NaN",
            "1e999",
            "__proto__",
            "constructor",
            "\n",
            "\r\n\t",
            "\u0000",
            "\u2028",
            "\u202eabc",
            "\ud800",
            "\udc00x",
            "\ud83d\ude00",
            "\u00c5",
            "A\u030a",
            "\u0130",
            "\u00df",
            "stra\u00dfe",
            "'; DROP TABLE users; --",
            "' OR '1'='1",
            "\" || true || \"",
            "\"); System.exit(1); //",
            "</script><script>alert(1)</script>",
            "if true then 1 else 2",
            "=cmd|' /C calc'!A0",
            ".*",
            "(?:",
            "[a-z]+",
            "^$");

    /// Numbers at the ends of what is exact.
    static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            0.30000000000000004,
            1e-300,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            9_007_199_254_740_991.0,
            9_007_199_254_740_992.0,
            9_007_199_254_740_994.0,
            2_147_483_647.0,
            2_147_483_648.0,
            9.223372036854776E18,
            1e21,
            1e308);

    /// Dates at the ends of calendars, and texts that look like dates.
    static final List<String> DATES = List.of(
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "2024-02-29T12:00:00Z",
            "2026-03-29T01:30:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-01",
            "yesterday");

    private OddValues() {}

    static List<Object> of(Field field) {
        return switch (field.kind()) {
            case "number" -> List.copyOf(NUMBERS);
            case "date" -> {
                List<Object> all = new ArrayList<>(DATES);
                all.addAll(TEXTS);
                yield all;
            }
            default -> List.copyOf(TEXTS);
        };
    }

    /// Values of another kind, which count as missing.
    static List<Object> illTyped(Field field) {
        if (!field.attribute()) {
            return List.of();
        }
        return switch (field.kind()) {
            case "number" -> List.of("5", "", "abc", "1e3", "NaN", "0");
            case "date" -> List.of(0.0, 1_790_000_000_000.0, "5", "", "2026-11-01 00:00:00");
            default -> List.of(0.0, 1.0, -1.5, 1e21);
        };
    }

    /// The limit itself, and what is next to it.
    static List<Object> around(Field field, Object limit) {
        if (limit instanceof Double number) {
            return DoubleStream.of(
                            number,
                            Math.nextUp(number),
                            Math.nextDown(number),
                            number + 1,
                            number - 1,
                            number * 1000,
                            -number)
                    .filter(Double::isFinite)
                    .<Object>mapToObj(Double::valueOf)
                    .toList();
        }
        String text = limit.toString();
        return field.kind().equals("date") ? instants(text) : texts(text);
    }

    private static List<Object> instants(String text) {
        try {
            Instant at = Instant.parse(text);
            return List.of(
                    text,
                    at.plus(Duration.ofMillis(1)).toString(),
                    at.minus(Duration.ofMillis(1)).toString(),
                    at.plus(Duration.ofDays(1)).toString(),
                    at.minus(Duration.ofDays(1)).toString());
        } catch (DateTimeException | ArithmeticException e) {
            return List.of(text);
        }
    }

    private static List<Object> texts(String text) {
        return List.of(
                text,
                text + "x",
                "x" + text,
                "x" + text + "x",
                text + " ",
                " " + text,
                text.isEmpty() ? "" : text.substring(0, text.length() - 1),
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                text + "\u0000");
    }
}
