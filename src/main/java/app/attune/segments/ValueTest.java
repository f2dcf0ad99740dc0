package app.attune.segments;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// Whether one value passes a comparison of a row: the tests that [SegmentEvaluator] runs over columns, for those who
/// reason about single values. The row has passed [ConditionCheck].
public final class ValueTest {
    private final Asked asked;

    private ValueTest(Asked asked) {
        this.asked = asked;
    }

    public static ValueTest of(AttributeCondition row) {
        return new ValueTest(row.asked());
    }

    public static ValueTest of(EventCondition row) {
        return new ValueTest(row.asked());
    }

    public static ValueTest of(FieldTest test) {
        return new ValueTest(test.asked());
    }

    public boolean missing() {
        return asked.matchesMissing();
    }

    /// Of texts, empty when missing.
    public Predicate<Optional<String>> texts() {
        Predicate<String> test = ColumnTest.text(asked.comparison(), asked.values());
        boolean missing = missing();
        return text -> text.map(test::test).orElse(missing);
    }

    /// Of numbers, NaN when missing.
    public DoublePredicate numbers() {
        return ColumnTest.number(asked);
    }

    /// Of dates in epoch milliseconds that are not missing.
    public LongPredicate dates() {
        return ColumnTest.date(asked);
    }

    /// The numbers it compares with.
    public List<Double> namedNumbers() {
        return asked.values().stream().map(Literals::requireNumber).toList();
    }

    /// The dates it compares with, in epoch milliseconds.
    public List<Long> namedDates() {
        return asked.values().stream().map(Literals::requireDate).toList();
    }
}
