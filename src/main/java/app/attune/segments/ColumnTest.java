package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// Compiles a comparison with a column into a test of its rows. The values have passed [ConditionCheck].
final class ColumnTest {
    private ColumnTest() {}

    static IntPredicate of(Column column, Asked asked) {
        return switch (column) {
            case TextColumn text -> ofText(text, asked);
            case NumberColumn number -> {
                DoublePredicate test = number(asked);
                double[] numbers = number.values();
                yield row -> test.test(numbers[row]);
            }
            case DateColumn date -> {
                LongPredicate test = date(asked);
                long[] millis = date.millis();
                yield row -> test.test(millis[row]);
            }
        };
    }

    private static IntPredicate ofText(TextColumn column, Asked asked) {
        Predicate<String> test = text(asked.comparison(), asked.values());
        boolean[] byCode = matching(column.dictionary(), test);
        boolean missing = asked.matchesMissing();
        int[] codes = column.codes();
        return row -> codes[row] == Dictionary.MISSING ? missing : byCode[codes[row]];
    }

    /// For each position of the dictionary whether its text passes.
    static boolean[] matching(Dictionary dictionary, Predicate<String> test) {
        boolean[] byCode = new boolean[dictionary.size()];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = test.test(dictionary.text(code));
        }
        return byCode;
    }

    /// A test of a text that is there.
    static Predicate<String> text(Comparison comparison, List<String> values) {
        return switch (comparison) {
            case IS -> new HashSet<>(values)::contains;
            case IS_NOT -> {
                Set<String> set = new HashSet<>(values);
                yield text -> !set.contains(text);
            }
            case CONTAINS -> text -> values.stream().anyMatch(text::contains);
            case STARTS_WITH -> text -> values.stream().anyMatch(text::startsWith);
            case IS_PRESENT -> text -> true;
            case IS_MISSING -> text -> false;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN -> throw misfit(comparison);
        };
    }

    /// A test of a number, NaN when missing.
    static DoublePredicate number(Asked asked) {
        DoublePredicate test = number(asked.comparison(), asked.values());
        return asked.whenMissing() == WhenMissing.YES ? test.or(Double::isNaN) : test;
    }

    private static DoublePredicate number(Comparison comparison, List<String> texts) {
        double[] values =
                texts.stream().mapToDouble(Literals::requireNumber).sorted().toArray();
        double first = texts.isEmpty() ? Double.NaN : Literals.requireNumber(texts.getFirst());
        double last = texts.isEmpty() ? Double.NaN : Literals.requireNumber(texts.getLast());
        return switch (comparison) {
            case IS -> number -> among(values, number);
            case IS_NOT -> number -> !Double.isNaN(number) && !among(values, number);
            case AT_LEAST -> number -> number >= first;
            case AT_MOST -> number -> number <= first;
            case MORE_THAN -> number -> number > first;
            case LESS_THAN -> number -> number < first;
            case BETWEEN -> number -> number >= first && number <= last;
            case IS_MISSING -> Double::isNaN;
            case IS_PRESENT -> number -> !Double.isNaN(number);
            case CONTAINS, STARTS_WITH -> throw misfit(comparison);
        };
    }

    private static boolean among(double[] values, double number) {
        for (double value : values) {
            if (value == number) {
                return true;
            }
        }
        return false;
    }

    static LongPredicate date(Asked asked) {
        long[] values = asked.values().stream().mapToLong(Literals::requireDate).toArray();
        LongPredicate present = present(asked.comparison(), values);
        boolean missing = asked.matchesMissing();
        return millis -> millis == DateColumn.MISSING ? missing : present.test(millis);
    }

    private static LongPredicate present(Comparison comparison, long[] values) {
        return switch (comparison) {
            case IS -> millis -> among(values, millis);
            case IS_NOT -> millis -> !among(values, millis);
            case AT_LEAST -> millis -> millis >= values[0];
            case AT_MOST -> millis -> millis <= values[0];
            case MORE_THAN -> millis -> millis > values[0];
            case LESS_THAN -> millis -> millis < values[0];
            case BETWEEN -> millis -> millis >= values[0] && millis <= values[1];
            case IS_PRESENT -> millis -> true;
            case IS_MISSING -> millis -> false;
            case CONTAINS, STARTS_WITH -> throw misfit(comparison);
        };
    }

    private static boolean among(long[] values, long millis) {
        for (long value : values) {
            if (value == millis) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException misfit(Comparison comparison) {
        return new IllegalArgumentException("A column of this kind cannot be compared by " + comparison);
    }
}
