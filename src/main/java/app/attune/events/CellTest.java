package app.attune.events;

import app.attune.core.Progress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Filters of columns as tests of rows.
///
/// Texts know `=`, `!=` and part of a text without regard to case; numbers and times know every comparison; a time may
/// be a year, a month, a day or an instant, UTC, and then means all of it. Cost of making one: the texts of a column.
final class CellTest {
    private final EventCells cells;
    private final ColumnFilter filter;
    private final FilterText wanted;

    private CellTest(EventCells cells, ColumnFilter filter) {
        this.cells = cells;
        this.filter = filter;
        this.wanted = FilterText.of(filter.text());
    }

    /// @throws app.attune.core.ProblemException `data.bad-filter`, `data.unknown-column`
    static IntPredicate of(EventCells cells, ColumnFilter filter, Progress progress) {
        return new CellTest(cells, filter).rows(cells.require(filter.field()), progress);
    }

    private IntPredicate rows(EventCells.Field field, Progress progress) {
        return switch (cells.values(field)) {
            case CellValues.Texts texts -> texts(texts, progress);
            case CellValues.Numbers numbers -> numbers(numbers);
            case CellValues.Times times -> times(times);
        };
    }

    private IntPredicate texts(CellValues.Texts texts, Progress progress) {
        return switch (wanted.operator()) {
            case EMPTY -> row -> texts.code(row) < 0;
            case FILLED -> row -> texts.code(row) >= 0;
            case EQUAL -> chosen(texts, listed()::contains, progress);
            case NOT_EQUAL -> chosen(texts, Predicate.not(listed()::contains), progress);
            case REPEATED -> Repeated.texts(texts, cells.frame().eventCount(), progress);
            case PART, BETWEEN, OUTSIDE -> {
                String part = filter.text().toLowerCase(Locale.ROOT);
                yield chosen(texts, text -> text.toLowerCase(Locale.ROOT).contains(part), progress);
            }
            case ABOVE, AT_LEAST, BELOW, AT_MOST ->
                throw FilterText.bad(filter.text(), filter.field() + " holds texts, which are not more or less");
        };
    }

    /// One text, or several with bars between.
    private Set<String> listed() {
        return Arrays.stream(wanted.low().split("\\|", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static IntPredicate chosen(CellValues.Texts texts, Predicate<String> test, Progress progress) {
        boolean[] chosen = new boolean[texts.size()];
        for (int code = 0; code < chosen.length; code++) {
            chosen[code] = test.test(texts.text(code));
            if ((code & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
        }
        return row -> {
            int code = texts.code(row);
            return code >= 0 && chosen[code];
        };
    }

    private IntPredicate numbers(CellValues.Numbers numbers) {
        DoublePredicate test = switch (wanted.operator()) {
            case EMPTY -> Double::isNaN;
            case FILLED -> value -> true;
            case EQUAL, PART -> equal(number(wanted.low()));
            case NOT_EQUAL -> equal(number(wanted.low())).negate();
            case ABOVE -> above(number(wanted.low()));
            case AT_LEAST -> below(number(wanted.low())).negate();
            case BELOW -> below(number(wanted.low()));
            case AT_MOST -> above(number(wanted.low())).negate();
            case BETWEEN -> outside().negate();
            case OUTSIDE -> outside();
            case REPEATED -> Repeated.numbers(numbers, cells.frame().eventCount());
        };
        boolean empty = wanted.operator() == FilterText.Operator.EMPTY;
        return row -> {
            double value = numbers.number(row);
            return Double.isNaN(value) == empty && test.test(value);
        };
    }

    private DoublePredicate outside() {
        return below(number(wanted.low())).or(above(number(wanted.high())));
    }

    private static DoublePredicate equal(double limit) {
        return value -> value == limit;
    }

    private static DoublePredicate above(double limit) {
        return value -> value > limit;
    }

    private static DoublePredicate below(double limit) {
        return value -> value < limit;
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text.replace(",", ""));
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for all texts that are no numbers.
        }
        throw FilterText.bad(filter.text(), "\"" + text + "\" is not a number, and " + filter.field() + " holds them");
    }

    private IntPredicate times(CellValues.Times times) {
        LongPredicate test = time(times);
        boolean empty = wanted.operator() == FilterText.Operator.EMPTY;
        return row -> {
            long time = times.millis(row);
            return (time == DateColumn.MISSING) == empty && test.test(time);
        };
    }

    private LongPredicate time(CellValues.Times times) {
        return switch (wanted.operator()) {
            case EMPTY, FILLED -> time -> true;
            case EQUAL, PART -> within(span(wanted.low()));
            case NOT_EQUAL -> within(span(wanted.low())).negate();
            case ABOVE -> from(span(wanted.low()).to());
            case AT_LEAST -> from(span(wanted.low()).from());
            case BELOW -> from(span(wanted.low()).from()).negate();
            case AT_MOST -> from(span(wanted.low()).to()).negate();
            case BETWEEN -> between();
            case OUTSIDE -> between().negate();
            case REPEATED -> Repeated.times(times, cells.frame().eventCount());
        };
    }

    private LongPredicate between() {
        return within(new Span(span(wanted.low()).from(), span(wanted.high()).to()));
    }

    private static LongPredicate within(Span span) {
        return time -> time >= span.from() && time < span.to();
    }

    private static LongPredicate from(long first) {
        return time -> time >= first;
    }

    /// From a millisecond to before another.
    private record Span(long from, long to) {
        static Span days(LocalDate first, LocalDate after) {
            return new Span(millis(first), millis(after));
        }

        private static long millis(LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
    }

    private Span span(String text) {
        try {
            return switch (text.length()) {
                case 4 ->
                    Span.days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1));
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield Span.days(month.atDay(1), month.plusMonths(1).atDay(1));
                }
                case 10 ->
                    Span.days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                default -> instant(text);
            };
        } catch (DateTimeException e) {
            throw FilterText.bad(
                    filter.text(), "\"" + text + "\" is no day or time, and " + filter.field() + " holds them");
        }
    }

    private static Span instant(String text) {
        String iso = text.replace(' ', 'T');
        Instant at = iso.endsWith("Z")
                ? Instant.parse(iso)
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        return new Span(at.toEpochMilli(), at.toEpochMilli() + (iso.length() == 16 ? 60_000 : 1_000));
    }
}
